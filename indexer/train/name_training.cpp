// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/name_training.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <random>

#include "indexer/enrich/names/context.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongest = 200;  // tokens of a sentence that is learnt

// Tags for the tokens of a text. A name takes all tokens that it touches.
std::vector<Tag> tags_of(const CutText& cut, const std::vector<MarkedName>& names) {
  std::vector<Tag> tags(cut.tokens.size(), kOutside);
  std::size_t token = 0;
  for (const MarkedName& name : names) {
    while (token < tags.size() && cut.tokens[token].end <= name.start) ++token;
    const std::size_t begin = token;
    while (token < tags.size() && cut.tokens[token].start < name.end) ++token;
    if (begin == token) continue;
    for (std::size_t i = begin; i < token; ++i) tags[i] = tag_of(name.type, NamePart::inside);
    tags[begin] = tag_of(name.type, NamePart::begin);
    tags[token - 1] = tag_of(name.type, token - begin == 1 ? NamePart::unit : NamePart::last);
  }
  return tags;
}

// A name that a sentence ends within is closed there, and reopened.
void mend_tags(std::vector<Tag>& tags) {
  if (!tags.empty() && goes_on(tags.back())) {
    const bool first = !comes_from(tags.back());
    tags.back() = tag_of(type_of(tags.back()), first ? NamePart::unit : NamePart::last);
  }
  if (!tags.empty() && comes_from(tags.front())) {
    const bool last = !goes_on(tags.front());
    tags.front() = tag_of(type_of(tags.front()), last ? NamePart::unit : NamePart::begin);
  }
}

enum class Recasing { capitals, headline };

std::string recased(std::string_view word, Recasing how) {
  std::string text(word);
  const auto raise = [](char& c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  };
  if (how == Recasing::capitals) std::for_each(text.begin(), text.end(), raise);
  if (how == Recasing::headline && text.size() > 3) raise(text[0]);
  return text;
}

using Forms = std::vector<const WordForm*>;

Forms views_of(const std::vector<WordForm>& forms) {
  Forms views;
  for (const WordForm& form : forms) views.push_back(&form);
  return views;
}

class ExampleMaker {
 public:
  ExampleMaker(const Vocabulary& vocabulary, const NameWords& words, double recased)
      : vocabulary_(vocabulary), words_(words), recased_(recased) {}

  void add(const TrainingSet& set) {
    weight_ = set.weight;
    habit_ = set.habit;
    for (const MarkedArticle& article : set.articles) add(article);
  }

  std::vector<TaggedSentence> sentences;

 private:
  void add(const MarkedArticle& article) {
    cut_ = cut_names(article.text, words_);
    std::vector<WordForm> forms;
    for (std::size_t i = 0; i < cut_.tokens.size(); ++i)
      forms.push_back(form_of(cut_.word(i), vocabulary_));
    forms_ = views_of(forms);
    cases_.clear();
    cases_.learn(cut_, forms_);
    tags_ = tags_of(cut_, article.names);
    std::size_t begin = 0;
    for (const std::size_t end : cut_.sentence_ends) {
      if (end - begin <= kLongest) add_sentence(begin, end);
      begin = end;
    }
  }

  void add_sentence(std::size_t begin, std::size_t end) {
    const auto first = static_cast<std::ptrdiff_t>(begin);
    const auto last = static_cast<std::ptrdiff_t>(end);
    std::vector<Tag> tags(tags_.begin() + first, tags_.begin() + last);
    mend_tags(tags);
    append({forms_.begin() + first, forms_.begin() + last}, tags, cases_, weight_);
    const double dice = static_cast<double>(random_()) / static_cast<double>(std::mt19937::max());
    if (dice >= recased_) return;
    const Recasing how = random_() % 2 == 0 ? Recasing::capitals : Recasing::headline;
    std::vector<WordForm> other;
    for (std::size_t i = begin; i < end; ++i)
      other.push_back(form_of(recased(cut_.word(i), how), vocabulary_));
    append(views_of(other), tags, how == Recasing::capitals ? WordCases{} : cases_, weight_ / 2);
  }

  void append(const Forms& forms, const std::vector<Tag>& tags, const WordCases& cases,
              float weight) {
    TaggedSentence sentence;
    sentence.tags = tags;
    sentence.weight = weight;
    const SentenceCase sentence_case = case_of(forms);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const std::size_t from = sentence.rows.size();
      const TokenContext context = context_of(forms, i, sentence_case, cases);
      for (int distance = -kReach; distance <= kReach; ++distance)
        append_word_rows(*context.words[static_cast<std::size_t>(distance + kReach)], distance,
                         sentence.rows);
      append_joint_rows(context, sentence.rows);
      append_habit(from, sentence.rows);
      sentence.row_ends.push_back(static_cast<std::uint32_t>(sentence.rows.size()));
    }
    sentences.push_back(std::move(sentence));
  }

  // Repeats the rows from `from` on among those of the habit.
  void append_habit(std::size_t from, Rows& rows) const {
    if (habit_ == Habit::none) return;
    const auto offset = static_cast<std::uint32_t>(static_cast<std::size_t>(habit_) * kNameRows);
    for (std::size_t i = from, end = rows.size(); i < end; ++i) rows.push_back(offset + rows[i]);
  }

  const Vocabulary& vocabulary_;
  const NameWords& words_;
  double recased_;
  std::mt19937 random_{17};
  CutText cut_;
  Forms forms_;
  WordCases cases_;
  std::vector<Tag> tags_;
  float weight_ = 1;
  Habit habit_ = Habit::none;
};

// The step of the smallest weights. Larger ones are shifted: rows differ in size by a factor of 30,
// and one step for all of them would cost 3 points of F1.
constexpr float kStep = 0.02f;

std::int32_t quantised(float weight) {
  return static_cast<std::int32_t>(std::lrint(weight / kStep));
}

WeightRow quantised(const FieldWeights::Lane& lane) {
  float most = 0;
  for (Tag t = 0; t < kNameTags; ++t) most = std::max(most, std::abs(lane[t]));
  int shift = 0;
  while (shift < WeightRow::kMostShift && most / (kStep * static_cast<float>(1 << shift)) > 127)
    ++shift;
  WeightRow row;
  for (Tag t = 0; t < kNameTags; ++t)
    row.lanes[t] = static_cast<std::int8_t>(
        std::clamp(std::lrint(lane[t] / (kStep * static_cast<float>(1 << shift))), -127L, 127L));
  row.lanes[WeightRow::kShiftLane] = static_cast<std::int8_t>(shift);
  return row;
}

TagTransitions quantised(const FieldWeights& weights, float outside_discount) {
  constexpr std::int32_t kNever = -1'000'000'000;
  TagTransitions transitions;
  for (Tag a = 0; a < kNameTags; ++a) {
    transitions.to[a].fill(kNever);
    for (Tag b = 0; b < kNameTags; ++b)
      if (may_follow(a, b))
        transitions.to[a][b] =
            quantised(weights.transitions[a][b] - (b == kOutside ? outside_discount : 0));
    transitions.start[a] = quantised(weights.start[a]);
    transitions.end[a] = quantised(weights.end[a]);
  }
  return transitions;
}

// The common weights of a row, and their shares of the habits.
FieldWeights::Lane mixed_row(const FieldWeights& weights, std::size_t row,
                             std::span<const float> shares) {
  FieldWeights::Lane lane = weights.rows[row];
  for (std::size_t habit = 1; habit < shares.size(); ++habit)
    for (Tag t = 0; t < kNameTags; ++t)
      lane[t] += shares[habit] * weights.rows[habit * kNameRows + row][t];
  return lane;
}

int size_of(const WeightRow& row) {
  int most = 0;
  for (Tag t = 0; t < kNameTags; ++t) most = std::max(most, std::abs(int{row.lanes[t]}));
  return most << row.lanes[WeightRow::kShiftLane];
}

// How often the training met each row, whatever the habit.
std::vector<std::uint32_t> counts_of(const std::vector<TaggedSentence>& sentences) {
  std::vector<std::uint32_t> counts(kNameRows);
  for (const TaggedSentence& sentence : sentences)
    for (const std::uint32_t row : sentence.rows) ++counts[row % kNameRows];
  return counts;
}

// Rare rows can have large weights and matter little.
void keep_most_telling(std::vector<WeightRow>& rows, const std::vector<std::uint32_t>& counts,
                       std::size_t most) {
  if (rows.size() <= most) return;
  std::vector<double> worth;
  for (std::size_t row = 0; row < rows.size(); ++row)
    worth.push_back(size_of(rows[row]) * std::sqrt(static_cast<double>(counts[row])));
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&worth](std::uint32_t a, std::uint32_t b) { return worth[a] > worth[b]; });
  for (std::size_t i = most; i < order.size(); ++i) rows[order[i]] = {};
}

}  // namespace

NameModel train_names(const std::vector<TrainingSet>& sets, const Vocabulary& vocabulary,
                      const NameWords& words, const NameTrainingOptions& options) {
  ExampleMaker maker(vocabulary, words, options.recased);
  for (const TrainingSet& set : sets) maker.add(set);
  FieldOptions field = options.field;
  field.rows = options.shares.size() * kNameRows;
  const FieldWeights weights = train_field(maker.sentences, field);
  NameModel model{quantised(weights, options.outside_discount), {}};
  for (std::size_t row = 0; row < kNameRows; ++row)
    model.rows.push_back(quantised(mixed_row(weights, row, options.shares)));
  keep_most_telling(model.rows, counts_of(maker.sentences), options.most_rows);
  return model;
}

}  // namespace newsindex
