// SPDX-License-Identifier: GPL-3.0-or-later
// The weights of the name tagger, and how they are added up.
#pragma once

#include <array>
#include <cstdint>

#include "indexer/enrich/names/tags.h"

namespace newsindex {

// A row of weights: the weight of tag t is lanes[t] << lanes[kShiftLane].
struct WeightRow {
  static constexpr std::size_t kShiftLane = kTagLanes - 1;
  // With this shift, the sum of fifty rows, more than any token has, fits in 16 bits.
  static constexpr int kMostShift = 2;
  std::array<std::int8_t, kTagLanes> lanes{};
};

// The unit of the model, for weights, scores and transitions, as a logarithm of odds.
inline constexpr float kScoreStep = 0.02f;

// The scores of one token for each tag, in units of the model.
using TagScores = std::array<std::int16_t, kTagLanes>;

// Both functions work on copies: if their arguments might overlap, the compiler would add one lane
// after the other.
inline void add_scores(const TagScores& more, TagScores& scores) {
  TagScores sum = scores;
  const TagScores added = more;
  for (std::size_t t = 0; t < kTagLanes; ++t) sum[t] = static_cast<std::int16_t>(sum[t] + added[t]);
  scores = sum;
}

inline void add_row(const WeightRow& row, TagScores& scores) {
  TagScores sum = scores;
  const WeightRow added = row;
  const auto scale = static_cast<std::int16_t>(1 << added.lanes[WeightRow::kShiftLane]);
  for (std::size_t t = 0; t < kTagLanes; ++t)
    sum[t] = static_cast<std::int16_t>(sum[t] + added.lanes[t] * scale);
  scores = sum;
}

}  // namespace newsindex
