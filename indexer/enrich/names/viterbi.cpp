// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/viterbi.h"

#include <algorithm>
#include <limits>

namespace newsindex {
namespace {

using Sums = std::array<std::int32_t, kTagLanes>;

constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 4;
constexpr std::array kTypes{EntityType::person, EntityType::organisation, EntityType::place};

constexpr std::size_t kEnders = kNameTags - 2 * kTypes.size();

// The tags that end what they are in, from which every tag that begins something is reached.
constexpr std::array<Tag, kEnders> enders() {
  std::array<Tag, kEnders> tags{};
  std::size_t count = 0;
  for (Tag tag = 0; tag < kNameTags; ++tag)
    if (!goes_on(tag)) tags[count++] = tag;
  return tags;
}

void start(const TagScores& scores, const TagTransitions& model, Sums& best) {
  for (Tag t = 0; t < kNameTags; ++t)
    best[t] = comes_from(t) ? kImpossible : scores[t] + model.start[t];
}

void step(const Sums& before, const TagScores& scores, const TagTransitions& model, Sums& best) {
  Sums next;
  next.fill(kImpossible);
  for (const Tag from : enders()) {
    const auto& to = model.to[from];
    for (std::size_t t = 0; t < kTagLanes; ++t) next[t] = std::max(next[t], before[from] + to[t]);
  }
  for (const EntityType type : kTypes) {
    const Tag begin = tag_of(type, NamePart::begin);
    const Tag inside = tag_of(type, NamePart::inside);
    for (const Tag t : {inside, tag_of(type, NamePart::last)})
      next[t] = std::max(before[begin] + model.to[begin][t], before[inside] + model.to[inside][t]);
  }
  for (std::size_t t = 0; t < kTagLanes; ++t) best[t] = std::max(next[t] + scores[t], kImpossible);
}

Tag last_tag(const Sums& best, const TagTransitions& model) {
  Tag tag = kOutside;
  std::int32_t highest = kImpossible;
  for (const Tag t : enders())
    if (best[t] + model.end[t] > highest) {
      highest = best[t] + model.end[t];
      tag = t;
    }
  return tag;
}

// The tag before `tag` in the best sequence.
Tag tag_before(Tag tag, const Sums& before, const TagTransitions& model) {
  if (comes_from(tag)) {
    const Tag begin = tag_of(type_of(tag), NamePart::begin);
    const Tag inside = tag_of(type_of(tag), NamePart::inside);
    const bool begins =
        before[begin] + model.to[begin][tag] >= before[inside] + model.to[inside][tag];
    return begins ? begin : inside;
  }
  Tag best = kOutside;
  std::int32_t highest = kImpossible;
  for (const Tag from : enders())
    if (before[from] + model.to[from][tag] > highest) {
      highest = before[from] + model.to[from][tag];
      best = from;
    }
  return best;
}

}  // namespace

void Viterbi::decode(std::span<const TagScores> scores, const TagTransitions& model,
                     std::span<Tag> tags) {
  const std::size_t length = scores.size();
  if (best_.size() < length) best_.resize(length);
  start(scores[0], model, best_[0]);
  for (std::size_t i = 1; i < length; ++i) step(best_[i - 1], scores[i], model, best_[i]);
  tags[length - 1] = last_tag(best_[length - 1], model);
  for (std::size_t i = length - 1; i > 0; --i)
    tags[i - 1] = tag_before(tags[i], best_[i - 1], model);
}

}  // namespace newsindex
