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
  explicit Viterbi(const TagTransitions& model);

  // The tags of a sentence of which these are the scores. REQUIRES: at least one token, and as many
  // tags as scores.
  void decode(std::span<const TagScores> scores, std::span<Tag> tags);

 private:
  // Of the best sequence that ends with each tag. Whole numbers: of a sentence of 160 tokens they
  // stay far below 2^24, up to which floats hold them all, and vectors of floats have a maximum
  // where those of integers have none.
  using Sums = std::array<float, kNameTags>;
  static constexpr std::size_t kStartLanes = 8;

  void start(const TagScores& scores, Sums& best) const;
  void step(const Sums& before, const TagScores& scores, Sums& best) const;
  Tag last_tag(const Sums& best) const;
  // The tag before `tag` in the best sequence.
  Tag tag_before(Tag tag, const Sums& before) const;

  std::array<std::array<float, kNameTags>, kNameTags> to_{};
  std::array<float, kNameTags> start_{};
  std::array<float, kNameTags> end_{};
  // From each tag that ends what it is in, to each that begins something: side by side, for they
  // are most of the work.
  std::array<std::array<float, kStartLanes>, kStartLanes - 1> starts_{};
  // By token. Where a tag came from is not kept: it is asked of those that won.
  std::vector<Sums> best_;
};

}  // namespace newsindex
