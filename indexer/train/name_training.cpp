// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/name_training.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace newsindex {
namespace {

std::int32_t quantised(float weight) {
  return static_cast<std::int32_t>(std::lrint(weight / kScoreStep));
}

// Larger weights are shifted: rows differ in size by a factor of 30, and one step for all of them
// would cost 3 points of F1.
WeightRow quantised(const FieldWeights::Lane& lane) {
  float most = 0;
  for (Tag t = 0; t < kNameTags; ++t) most = std::max(most, std::abs(lane[t]));
  int shift = 0;
  while (shift < WeightRow::kMostShift &&
         most / (kScoreStep * static_cast<float>(1 << shift)) > 127)
    ++shift;
  WeightRow row;
  for (Tag t = 0; t < kNameTags; ++t)
    row.lanes[t] = static_cast<std::int8_t>(std::clamp(
        std::lrint(lane[t] / (kScoreStep * static_cast<float>(1 << shift))), -127L, 127L));
  row.lanes[WeightRow::kShiftLane] = static_cast<std::int8_t>(shift);
  return row;
}

int size_of(const WeightRow& row) {
  int most = 0;
  for (Tag t = 0; t < kNameTags; ++t) most = std::max(most, std::abs(int{row.lanes[t]}));
  return most << row.lanes[WeightRow::kShiftLane];
}

// How often each row occurs in training, over all habits.
std::vector<std::uint32_t> counts_of(const std::vector<TaggedSentence>& sentences) {
  std::vector<std::uint32_t> counts(kNameRows);
  for (const TaggedSentence& sentence : sentences)
    for (const std::uint32_t row : sentence.rows) ++counts[row % kNameRows];
  return counts;
}

// Keeps the rows with the largest product of size and root of frequency: rare rows can have large
// weights and matter little.
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

FieldWeights::Lane mixed_row(const FieldWeights& weights, std::size_t row,
                             std::span<const float> shares) {
  FieldWeights::Lane lane = weights.rows[row];
  for (std::size_t habit = 1; habit < shares.size(); ++habit)
    for (Tag t = 0; t < kNameTags; ++t)
      lane[t] += shares[habit] * weights.rows[habit * kNameRows + row][t];
  return lane;
}

TagTransitions transitions_of(const FieldWeights& weights, float outside_discount) {
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

NameModel train_names(const std::vector<TrainingSet>& sets, const Vocabulary& vocabulary,
                      const NameWords& words, const NameTrainingOptions& options) {
  ExampleMaker maker(vocabulary, words, options.recased);
  for (const TrainingSet& set : sets) maker.add(set);
  FieldOptions field = options.field;
  field.rows = options.shares.size() * kNameRows;
  const FieldWeights weights = train_field(maker.sentences, field);
  NameModel model{transitions_of(weights, options.outside_discount), {}};
  for (std::size_t row = 0; row < kNameRows; ++row)
    model.rows.push_back(quantised(mixed_row(weights, row, options.shares)));
  keep_most_telling(model.rows, counts_of(maker.sentences), options.most_rows);
  return model;
}

}  // namespace newsindex
