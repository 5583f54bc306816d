// SPDX-License-Identifier: GPL-3.0-or-later
// The best sequence of tags for a sentence, by Viterbi's algorithm.
#pragma once

#include <array>
#include <cstddef>
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
  // Numbers of persons, organisations, places, and one more. Floats, as vectors of them have a
  // maximum and those of integers have none; the sums of a sentence of 160 tokens stay far below
  // 2^24, up to which floats hold every whole number.
  typedef float Lanes __attribute__((vector_size(16)));

  // Numbers by tag: lanes[part][type]. The fourth lane of the units is that of what is no name.
  struct ByTag {
    Lanes lanes[4];
    float at(Tag tag) const { return tag == kOutside ? lanes[3][3] : lanes[part(tag)][type(tag)]; }
    void set(Tag tag, float number) {
      if (tag == kOutside)
        lanes[3][3] = number;
      else
        lanes[part(tag)][type(tag)] = number;
    }
    static std::size_t part(Tag tag) { return static_cast<std::size_t>(part_of(tag)); }
    static std::size_t type(Tag tag) { return static_cast<std::size_t>(type_of(tag)); }
  };

  static ByTag numbers_of(const std::array<std::int32_t, kTagLanes>& scores);
  void step(const ByTag& before, const TagScores& scores, ByTag& best) const;
  // The one of the tags that end a name, or are in none, with the best sum of both.
  static Tag best_ender(const ByTag& sums, const std::array<float, kNameTags>& then);
  // The tag before `tag` in the best sequence.
  Tag tag_before(Tag tag, const ByTag& before) const;

  ByTag start_{};
  std::array<float, kNameTags> end_{};
  std::array<std::array<float, kNameTags>, kNameTags> from_{};  // from_[after][before]
  // From each tag that ends a name, or is in none, to those that begin one, and to the units.
  struct Steps {
    Lanes begin;
    Lanes unit;
  };
  Steps after_last_[3]{};
  Steps after_unit_[4]{};
  // Within a name.
  Lanes begin_inside_{};
  Lanes begin_last_{};
  Lanes inside_inside_{};
  Lanes inside_last_{};
  // Of the best sequence that ends with each tag, by token. Where a tag came from is not kept: it
  // is asked of those that won.
  std::vector<ByTag> best_;
};

}  // namespace newsindex
