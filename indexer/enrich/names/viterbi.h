// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the best sequence of tags for a sentence, by Viterbi's algorithm.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/weight_row.h"

namespace newsindex {

// Scores of the transitions from one tag to the next, in units of the model.
struct TagTransitions {
  std::array<std::array<std::int32_t, kTagLanes>, kNameTags> to{};  // to[before][after]
  std::array<std::int32_t, kTagLanes> start{};
  std::array<std::int32_t, kTagLanes> end{};
};

// Reuse one object for many sentences: it keeps its table.
class Viterbi {
 public:
  explicit Viterbi(const TagTransitions& model);

  // Sets `tags` to the best sequence for a sentence with these scores. REQUIRES: at least one
  // token, and as many tags as scores.
  void decode(std::span<const TagScores> scores, std::span<Tag> tags);

 private:
  // One number each for persons, organisations and places, and one more. Floats, because vectors of
  // floats have a maximum operation and vectors of integers have none. Floats hold every whole
  // number up to 2^24; the sums of a sentence of 160 tokens stay far below.
  typedef float Lanes __attribute__((vector_size(16)));

  // Numbers by tag: lanes[part][type]. The fourth lane of the part `unit` belongs to kOutside.
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
  // Of kOutside and the tags that end a name, the one with the highest sums + then.
  static Tag best_ender(const ByTag& sums, const std::array<float, kNameTags>& then);
  // The tag before `tag` in the best sequence.
  Tag tag_before(Tag tag, const ByTag& before) const;

  ByTag start_{};
  std::array<float, kNameTags> end_{};
  std::array<std::array<float, kNameTags>, kNameTags> from_{};  // from_[after][before]
  // Transitions from kOutside and each tag that ends a name to the tags that begin one and to the
  // units.
  struct Steps {
    Lanes begin;
    Lanes unit;
  };
  Steps after_last_[3]{};
  Steps after_unit_[4]{};
  // Transitions within a name.
  Lanes begin_inside_{};
  Lanes begin_last_{};
  Lanes inside_inside_{};
  Lanes inside_last_{};
  // By token: the score of the best sequence that ends with each tag. No back pointers are stored:
  // the tag before is computed again, only for the best sequence.
  std::vector<ByTag> best_;
};

}  // namespace newsindex
