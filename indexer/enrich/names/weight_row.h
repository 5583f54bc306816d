// SPDX-License-Identifier: GPL-3.0-or-later
// Weights of the name tagger, and sums of them.
#pragma once

#include <array>
#include <cstdint>

#include "indexer/enrich/names/tags.h"

namespace newsindex {

// A row of weights: the weight of tag t is lanes[t] << lanes[kShiftLane].
struct WeightRow {
  static constexpr std::size_t kShiftLane = kTagLanes - 1;
  // Fifty rows, more than bear on a token, add up to less than 16 bits hold.
  static constexpr int kMostShift = 2;
  std::array<std::int8_t, kTagLanes> lanes{};
};

// What a token says for each tag, in units of the model.
using TagScores = std::array<std::int16_t, kTagLanes>;

inline void add_scores(const TagScores& more, TagScores& scores) {
  for (std::size_t t = 0; t < kTagLanes; ++t)
    scores[t] = static_cast<std::int16_t>(scores[t] + more[t]);
}

inline void add_row(const WeightRow& row, TagScores& scores) {
  const int shift = row.lanes[WeightRow::kShiftLane];
  for (std::size_t t = 0; t < kTagLanes; ++t)
    scores[t] = static_cast<std::int16_t>(scores[t] + (row.lanes[t] << shift));
}

}  // namespace newsindex
