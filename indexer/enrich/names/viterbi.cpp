// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/viterbi.h"

#include <algorithm>

namespace newsindex {
namespace {

constexpr float kImpossible = -500'000'000;
constexpr std::array kTypes{EntityType::person, EntityType::organisation, EntityType::place};

// The tags that end what they are in: from each of them every tag of kStarters is reached.
constexpr std::array<Tag, 7> kEnders{kOutside,
                                     tag_of(EntityType::person, NamePart::last),
                                     tag_of(EntityType::person, NamePart::unit),
                                     tag_of(EntityType::organisation, NamePart::last),
                                     tag_of(EntityType::organisation, NamePart::unit),
                                     tag_of(EntityType::place, NamePart::last),
                                     tag_of(EntityType::place, NamePart::unit)};
constexpr std::array<Tag, 7> kStarters{kOutside,
                                       tag_of(EntityType::person, NamePart::begin),
                                       tag_of(EntityType::person, NamePart::unit),
                                       tag_of(EntityType::organisation, NamePart::begin),
                                       tag_of(EntityType::organisation, NamePart::unit),
                                       tag_of(EntityType::place, NamePart::begin),
                                       tag_of(EntityType::place, NamePart::unit)};

}  // namespace

Viterbi::Viterbi(const TagTransitions& model) {
  const auto number = [](std::int32_t score) { return static_cast<float>(score); };
  for (Tag from = 0; from < kNameTags; ++from) {
    for (Tag to = 0; to < kNameTags; ++to) to_[from][to] = number(model.to[from][to]);
    start_[from] = number(model.start[from]);
    end_[from] = number(model.end[from]);
  }
  for (std::size_t from = 0; from < kEnders.size(); ++from)
    for (std::size_t to = 0; to < kStarters.size(); ++to)
      starts_[from][to] = to_[kEnders[from]][kStarters[to]];
}

void Viterbi::start(const TagScores& scores, Sums& best) const {
  for (Tag t = 0; t < kNameTags; ++t) best[t] = comes_from(t) ? kImpossible : scores[t] + start_[t];
}

void Viterbi::step(const Sums& before, const TagScores& scores, Sums& best) const {
  std::array<float, kStartLanes> next{};
  next.fill(kImpossible);
  for (std::size_t from = 0; from < kEnders.size(); ++from)
    for (std::size_t to = 0; to < kStartLanes; ++to) {
      const float score = before[kEnders[from]] + starts_[from][to];
      next[to] = score > next[to] ? score : next[to];
    }
  for (std::size_t to = 0; to < kStarters.size(); ++to)
    best[kStarters[to]] = next[to] + scores[kStarters[to]];
  for (const EntityType type : kTypes) {
    const Tag begin = tag_of(type, NamePart::begin);
    const Tag inside = tag_of(type, NamePart::inside);
    for (const Tag t : {inside, tag_of(type, NamePart::last)}) {
      const float from_begin = before[begin] + to_[begin][t];
      const float from_inside = before[inside] + to_[inside][t];
      const float on = from_inside > from_begin ? from_inside : from_begin;
      best[t] = (on > kImpossible ? on : kImpossible) + scores[t];
    }
  }
}

Tag Viterbi::last_tag(const Sums& best) const {
  Tag tag = kOutside;
  float highest = kImpossible;
  for (const Tag t : kEnders)
    if (best[t] + end_[t] > highest) {
      highest = best[t] + end_[t];
      tag = t;
    }
  return tag;
}

Tag Viterbi::tag_before(Tag tag, const Sums& before) const {
  if (comes_from(tag)) {
    const Tag begin = tag_of(type_of(tag), NamePart::begin);
    const Tag inside = tag_of(type_of(tag), NamePart::inside);
    return before[begin] + to_[begin][tag] >= before[inside] + to_[inside][tag] ? begin : inside;
  }
  Tag best = kOutside;
  float highest = kImpossible;
  for (const Tag from : kEnders)
    if (before[from] + to_[from][tag] > highest) {
      highest = before[from] + to_[from][tag];
      best = from;
    }
  return best;
}

void Viterbi::decode(std::span<const TagScores> scores, std::span<Tag> tags) {
  const std::size_t length = scores.size();
  if (best_.size() < length) best_.resize(length);
  start(scores[0], best_[0]);
  for (std::size_t i = 1; i < length; ++i) step(best_[i - 1], scores[i], best_[i]);
  tags[length - 1] = last_tag(best_[length - 1]);
  for (std::size_t i = length - 1; i > 0; --i) tags[i - 1] = tag_before(tags[i], best_[i - 1]);
}

}  // namespace newsindex
