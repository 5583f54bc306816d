// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/tagger.h"

#include <algorithm>
#include <string>

#include "indexer/enrich/names/context.h"
#include "indexer/enrich/names/known_words.h"
#include "indexer/enrich/names/sentence_scorer.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostWords = 65'536;  // that a memory keeps: about 20 MB

}  // namespace

struct NameTagger::Memory::State {
  explicit State(const NameTagger& its_tagger)
      : words(its_tagger.rows_, its_tagger.clusters_),
        scorer(its_tagger.rows_),
        viterbi(*its_tagger.transitions_) {}

  void begin_article() {
    if (words.size() >= kMostWords) {
      words.clear();
      scorer.clear();
    }
    cases.clear();
    known.clear();
    forms.clear();
    sentence_ends.clear();
  }

  void look_up(const CutText& field) {
    const std::size_t first = forms.size();
    words.find(field, known);
    for (std::size_t i = first; i < known.size(); ++i) forms.push_back(&known[i]->form);
    for (const std::uint32_t sentence_end : field.sentence_ends)
      sentence_ends.push_back(first + sentence_end);
    cases.learn(field, std::span(forms).subspan(first));
  }

  void tag_sentences() {
    scores.resize(forms.size());
    tags.resize(forms.size());
    std::size_t begin = 0;
    for (const std::size_t end : sentence_ends) {
      const std::size_t size = end - begin;
      const auto of_sentence = std::span(scores).subspan(begin, size);
      const std::span<const WordForm* const> sentence(&forms[begin], size);
      scorer.score(std::span(known).subspan(begin, size), case_of(sentence), cases, words,
                   of_sentence);
      viterbi.decode(of_sentence, std::span(tags).subspan(begin, size));
      begin = end;
    }
  }

  KnownWords words;  // kept from article to article
  SentenceScorer scorer;
  Viterbi viterbi;
  WordCases cases;
  std::vector<const KnownWord*> known;  // of every token of the article, field after field
  std::vector<const WordForm*> forms;
  std::vector<std::size_t> sentence_ends;
  std::vector<TagScores> scores;
  std::vector<Tag> tags;
};

NameTagger::Memory::Memory(const NameTagger& tagger) : state_(std::make_unique<State>(tagger)) {}
NameTagger::Memory::~Memory() = default;
NameTagger::Memory::Memory(Memory&&) noexcept = default;

std::span<const WordForm* const> NameTagger::Memory::forms() const { return state_->forms; }

NameTagger::NameTagger(const std::filesystem::path& path, const WordClusters& clusters)
    : file_(path, ModelKind::names), clusters_(clusters) {
  const std::string_view content = file_.content();
  transitions_ = reinterpret_cast<const TagTransitions*>(content.data());
  rows_ = {reinterpret_cast<const WeightRow*>(content.data() + sizeof(TagTransitions)), kNameRows};
}

NameTagger::~NameTagger() = default;

std::vector<std::vector<TokenSpan>> NameTagger::tag(std::span<const CutText> fields,
                                                    Memory& kept) const {
  Memory::State& memory = *kept.state_;
  memory.begin_article();
  for (const CutText& field : fields) memory.look_up(field);
  memory.tag_sentences();
  std::vector<std::vector<TokenSpan>> names(fields.size());
  std::size_t begin = 0;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const std::size_t size = fields[f].tokens.size();
    append_spans(std::span(memory.tags).subspan(begin, size), 0, names[f]);
    begin += size;
  }
  return names;
}

void write_name_model(const std::filesystem::path& path, const NameModel& model) {
  std::string content(reinterpret_cast<const char*>(&model.transitions), sizeof model.transitions);
  content.append(reinterpret_cast<const char*>(model.rows.data()),
                 model.rows.size() * sizeof(WeightRow));
  write_model_file(path, ModelKind::names, content);
}

}  // namespace newsindex
