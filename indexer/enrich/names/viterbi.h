// SPDX-License-Identifier: GPL-3.0-or-later
// The best sequence of tags for a sentence, by Viterbi's algorithm.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/weight_row.h"

namespace newsindex {

// Scores for passing from one tag to the next; in units of the model.
struct TagTransitions {
  std::array<std::array<std::int32_t, kTagLanes>, kNameTags> to{};  // to[before][after]
  std::array<std::int32_t, kTagLanes> start{};
  std::array<std::int32_t, kTagLanes> end{};
};

// Keep one for many sentences: its table is kept.
class Viterbi {
 public:
  // The tags of a sentence of which these are the scores. REQUIRES: at least one token, and as many
  // tags as scores.
  void decode(std::span<const TagScores> scores, const TagTransitions& model, std::span<Tag> tags);

 private:
  using Sums = std::array<std::int32_t, kTagLanes>;

  // Of the best sequence that ends with each tag, by token. Where it came from is not kept: it is
  // asked once for each token, of the tags that won.
  std::vector<Sums> best_;
};

}  // namespace newsindex
