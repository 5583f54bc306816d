// SPDX-License-Identifier: GPL-3.0-or-later
// How sure the tagger is of a name: how much more it says for it than for other readings of the
// same words. Summing over all sequences of tags would cost as much again as tagging; the few that
// a name is confused with tell nearly the same.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/viterbi.h"
#include "indexer/enrich/names/weight_row.h"

namespace newsindex {

// Not thread-safe.
class OtherReadings {
 public:
  // The model must outlive this.
  explicit OtherReadings(const TagTransitions& model) : model_(model) {}

  // The logarithm of the odds of a name against these readings: no name, another type, and one
  // token less or more at either end. `scores` and `tags`: of its sentence, in which `name` counts.
  float log_odds(std::span<const TagScores> scores, std::span<const Tag> tags,
                 const TokenSpan& name);

 private:
  // What the model says for the tags of tokens [begin, end), and the steps around them.
  float score(std::span<const TagScores> scores, std::uint32_t begin, std::uint32_t end) const;

  const TagTransitions& model_;
  std::vector<Tag> tags_;  // of the reading at hand
};

// The same as a percentage, as it was measured how often names of these odds are right.
int confidence_of(EntityType type, float log_odds);

}  // namespace newsindex
