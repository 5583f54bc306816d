// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/name_teacher.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "indexer/enrich/names/consistency.h"
#include "indexer/enrich/names/viterbi.h"

namespace newsindex {
namespace {

constexpr unsigned kSeed = 5;

TagScores in_units(const ScoreLane& scores) {
  constexpr float kMost = 32'000;
  TagScores rounded{};
  for (Tag tag = 0; tag < kNameTags; ++tag)
    rounded[tag] =
        static_cast<std::int16_t>(std::lrint(std::clamp(scores[tag] / kScoreStep, -kMost, kMost)));
  return rounded;
}

}  // namespace

NameTeacher::NameTeacher(const std::vector<TrainingSet>& sets, const Vocabulary& vocabulary,
                         const NameWords& words, const WordVectors& vectors,
                         const NameTrainingOptions& options)
    : vocabulary_(vocabulary),
      words_(words),
      numbers_(vectors.words),
      network_(vectors.values, kSeed) {
  ExampleMaker maker(vocabulary, words, options.recased, &numbers_);
  for (const TrainingSet& set : sets) maker.add(set);
  FieldOptions field = options.field;
  field.rows = options.shares.size() * kNameRows;
  const FieldWeights weights = train_field(maker.sentences, field, &network_);
  for (std::size_t row = 0; row < kNameRows; ++row)
    rows_.push_back(mixed_row(weights, row, options.shares));
  transitions_ = transitions_of(weights, options.outside_discount);
}

void NameTeacher::mark_sentence(std::span<const WordForm* const> forms, const WordCases& cases,
                                std::uint32_t offset, std::vector<TokenSpan>& names) {
  const TaggedSentence sentence = sentence_of(forms, cases, Habit::none, &numbers_);
  std::vector<ScoreLane> sums(forms.size());
  std::uint32_t row = 0;
  for (std::size_t i = 0; i < forms.size(); ++i)
    for (; row < sentence.row_ends[i]; ++row)
      for (Tag tag = 0; tag < kNameTags; ++tag) sums[i][tag] += rows_[sentence.rows[row]][tag];
  network_.score(sentence.words, sums);
  std::vector<TagScores> scores;
  for (const ScoreLane& each : sums) scores.push_back(in_units(each));
  std::vector<Tag> tags(forms.size());
  Viterbi(transitions_).decode(scores, tags);
  append_spans(tags, offset, names);
}

MarkedArticle NameTeacher::mark(std::string text) {
  MarkedArticle article{std::move(text), {}};
  const CutText cut = cut_names(article.text, words_);
  std::vector<WordForm> forms;
  for (std::size_t i = 0; i < cut.tokens.size(); ++i)
    forms.push_back(form_of(cut.word(i), vocabulary_));
  const WordViews views = views_of(forms);
  WordCases cases;
  cases.learn(cut, views);
  std::vector<std::vector<TokenSpan>> names(1);
  std::uint32_t begin = 0;
  for (const std::uint32_t end : cut.sentence_ends) {
    mark_sentence(std::span(views).subspan(begin, end - begin), cases, begin, names[0]);
    begin = end;
  }
  make_consistent({&cut, 1}, names);
  for (const TokenSpan& name : names[0])
    article.names.push_back(
        {name.type, cut.tokens[name.begin].start, cut.tokens[name.end - 1].end});
  return article;
}

}  // namespace newsindex
