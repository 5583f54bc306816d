// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/evaluation.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>
#include <ostream>
#include <set>
#include <string>

#include "indexer/enrich/enrich.h"
#include "indexer/enrich/languages/language_packs.h"
#include "indexer/enrich/names/consistency.h"
#include "indexer/enrich/names/tagger.h"
#include "indexer/train/token_files.h"

namespace newsindex {
namespace {

struct Counts {
  double right = 0;
  double found = 0;
  double marked = 0;
};

std::set<MarkedName> names_in(const MarkedArticle& article, const LanguagePack& pack,
                              NameTagger::Memory& memory) {
  const CutText cut = cut_names(article.text, pack.words);
  auto spans = pack.tagger->tag({&cut, 1}, memory);
  make_consistent({&cut, 1}, spans);
  std::set<MarkedName> names;
  for (const TokenSpan& span : spans[0])
    names.insert({span.type, cut.tokens[span.begin].start, cut.tokens[span.end - 1].end});
  return names;
}

// The top-level topics that the models find: bit k for each, and the bit of the most likely one.
struct FoundTopics {
  TopicSet all = 0;
  TopicSet first = 0;
};

FoundTopics topics_in(const LabelledText& text, const Enricher& enricher) {
  Article article;
  article.title = text.title;
  article.body = text.body;
  article.language = "en";
  FoundTopics found;
  for (const Topic& topic : enricher.enrich(article).topics) {
    if (topic.origin != Origin::model) continue;
    const TopicSet bit = 1u << (std::stoul(topic.id.substr(topic.id.find(':') + 1, 2)) - 1);
    if (found.all == 0) found.first = bit;
    found.all |= bit;
  }
  return found;
}

double f1_of(const Counts& counts) {
  return counts.right > 0 ? 2 * counts.right / (counts.found + counts.marked) : 0;
}

std::string scores_of(const Counts& counts) {
  const auto ratio = [](double a, double b) { return b > 0 ? a / b : 0; };
  char line[96];
  std::snprintf(line, sizeof line, "P %.3f R %.3f F1 %.3f", ratio(counts.right, counts.found),
                ratio(counts.right, counts.marked),
                ratio(2 * counts.right, counts.found + counts.marked));
  return line;
}

}  // namespace

void print_name_scores(const std::filesystem::path& models, std::string_view language,
                       const std::vector<std::filesystem::path>& token_files, std::ostream& out) {
  constexpr std::array<const char*, 3> kTypes{"person", "organisation", "place"};
  const LanguagePacks packs(models);
  const LanguagePack& pack = *packs.find(language);
  NameTagger::Memory memory(*pack.tagger);
  for (const std::filesystem::path& file : token_files) {
    std::array<Counts, 4> counts;  // of each type, and of all
    for (const MarkedArticle& article : read_token_file(file)) {
      const std::set<MarkedName> found = names_in(article, pack, memory);
      const std::set<MarkedName> marked(article.names.begin(), article.names.end());
      for (const std::size_t all : {std::size_t{0}, std::size_t{3}}) {
        const auto place = [all](const MarkedName& name) {
          return all == 3 ? all : static_cast<std::size_t>(name.type);
        };
        for (const MarkedName& name : found) {
          counts[place(name)].found += 1;
          counts[place(name)].right += marked.contains(name) ? 1 : 0;
        }
        for (const MarkedName& name : marked) counts[place(name)].marked += 1;
      }
    }
    out << file.filename().string() << ": " << scores_of(counts[3]);
    for (std::size_t type = 0; type < kTypes.size(); ++type)
      out << "; " << kTypes[type] << ' ' << scores_of(counts[type]);
    out << '\n';
  }
}

void print_topic_scores(const std::filesystem::path& models,
                        const std::vector<LabelledText>& articles, std::ostream& out) {
  EnrichSettings settings;
  settings.models = models;
  const Enricher enricher(settings);
  std::array<Counts, kTopTopics> counts;
  Counts all;
  TopicSet present = 0;
  double right = 0;
  for (const LabelledText& article : articles) {
    const FoundTopics found = topics_in(article, enricher);
    present |= article.topics;
    right += (found.first & article.topics) != 0 ? 1 : 0;
    const bool hit = (found.all & article.topics) != 0;
    for (std::size_t k = 0; k < kTopTopics; ++k) {
      const bool given = (found.all >> k & 1u) != 0;
      const bool marked = (article.topics >> k & 1u) != 0;
      for (Counts* c : {&counts[k], &all}) {
        c->found += given ? 1 : 0;
        c->right += given && marked ? 1 : 0;
        c->marked += marked && (given || !hit) ? 1 : 0;
      }
    }
  }
  double macro = 0;
  for (std::size_t k = 0; k < kTopTopics; ++k)
    if ((present >> k & 1u) != 0) macro += f1_of(counts[k]) / std::popcount(present);
  char line[96];
  std::snprintf(line, sizeof line, "first right %.3f, micro F1 %.3f, macro F1 %.3f",
                right / static_cast<double>(std::max<std::size_t>(articles.size(), 1)), f1_of(all),
                macro);
  out << "topics of " << articles.size() << " articles: " << line << '\n';
}

void print_reliability(const std::vector<JudgedCollection>& collections, std::ostream& out) {
  constexpr std::array<float, 7> kRanges{0.1f, 0.25f, 0.4f, 0.6f, 0.75f, 0.9f, 1.01f};
  struct Range {
    double said = 0;
    double right = 0;
    double count = 0;
  };
  char line[64];
  for (const JudgedCollection& collection : collections) {
    std::array<Range, kRanges.size()> ranges;
    double first_right = 0;
    const std::size_t texts = collection.topics.size();
    for (std::size_t i = 0; i < texts; ++i) {
      const TopicScores& said = collection.probabilities[i];
      const auto right = [&](std::size_t k) {
        return (collection.topics[i] >> k & 1u) != 0 ? 1 : 0;
      };
      first_right += right(
          static_cast<std::size_t>(std::max_element(said.begin(), said.end()) - said.begin()));
      for (std::size_t k = 0; k < kTopTopics; ++k) {
        Range& range = ranges[static_cast<std::size_t>(
            std::upper_bound(kRanges.begin(), kRanges.end() - 1, said[k]) - kRanges.begin())];
        range.said += said[k];
        range.right += right(k);
        range.count += 1;
      }
    }
    std::snprintf(line, sizeof line, "%zu texts, first right %.3f", texts,
                  first_right / static_cast<double>(std::max<std::size_t>(texts, 1)));
    out << "not seen: " << collection.name << ": " << line << "; said and right";
    for (const Range& range : ranges) {
      if (range.count == 0) continue;
      std::snprintf(line, sizeof line, " %.2f %.2f (%.0f)", range.said / range.count,
                    range.right / range.count, range.count);
      out << line;
    }
    out << '\n';
  }
}

}  // namespace newsindex
