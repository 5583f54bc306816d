// SPDX-License-Identifier: GPL-3.0-or-later
// How sure the tagger is of a name: its score compared with those of other readings of the same
// words. Summing over all sequences of tags would cost as much again as tagging; the few readings
// that a name is confused with give nearly the same result.
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
  // token less or more at either end. `scores` and `tags` are those of the name's sentence; `name`
  // counts tokens from the start of the sentence.
  float log_odds(std::span<const TagScores> scores, std::span<const Tag> tags,
                 const TokenSpan& name);

 private:
  // The score of tags_ for tokens [begin, end), with the transitions between them and to their
  // neighbours.
  float score(std::span<const TagScores> scores, std::uint32_t begin, std::uint32_t end) const;

  const TagTransitions& model_;
  std::vector<Tag> tags_;  // of the reading that is being scored
};

// The odds as a percentage, calibrated on how often names with these odds are right.
int confidence_of(EntityType type, float log_odds);

}  // namespace newsindex
