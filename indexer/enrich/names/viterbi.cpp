// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/viterbi.h"

namespace newsindex {
namespace {

constexpr float kImpossible = -500'000'000;
template <typename Lanes>
Lanes larger(Lanes a, Lanes b) {
  return a > b ? a : b;
}

}  // namespace

Viterbi::ByTag Viterbi::numbers_of(const std::array<std::int32_t, kTagLanes>& scores) {
  ByTag numbers{};
  for (Tag tag = 0; tag < kNameTags; ++tag) numbers.set(tag, static_cast<float>(scores[tag]));
  return numbers;
}

Viterbi::Viterbi(const TagTransitions& model) {
  start_ = numbers_of(model.start);
  for (Tag tag = 0; tag < kNameTags; ++tag) {
    if (continues_before(tag)) start_.set(tag, kImpossible);
    end_[tag] = static_cast<float>(model.end[tag]);
    for (Tag before = 0; before < kNameTags; ++before)
      from_[tag][before] = static_cast<float>(model.to[before][tag]);
  }
  const auto steps = [&model](Tag tag) {
    const ByTag to = numbers_of(model.to[tag]);
    return Steps{to.lanes[0], to.lanes[3]};
  };
  after_unit_[3] = steps(kOutside);
  for (const EntityType type : kNameTypes) {
    const auto lane = static_cast<std::size_t>(type);
    after_last_[lane] = steps(tag_of(type, NamePart::last));
    after_unit_[lane] = steps(tag_of(type, NamePart::unit));
    const Tag begin = tag_of(type, NamePart::begin);
    const Tag inside = tag_of(type, NamePart::inside);
    const Tag last = tag_of(type, NamePart::last);
    begin_inside_[lane] = from_[inside][begin];
    begin_last_[lane] = from_[last][begin];
    inside_inside_[lane] = from_[inside][inside];
    inside_last_[lane] = from_[last][inside];
  }
}

void Viterbi::step(const ByTag& before, const TagScores& scores, ByTag& best) const {
  const Lanes begins = before.lanes[0];
  const Lanes insides = before.lanes[1];
  const Lanes lasts = before.lanes[2];
  const Lanes units = before.lanes[3];
  Lanes begin = units[3] + after_unit_[3].begin;
  Lanes unit = units[3] + after_unit_[3].unit;
  for (std::size_t lane = 0; lane < kNameTypes.size(); ++lane) {
    begin = larger(begin, lasts[lane] + after_last_[lane].begin);
    unit = larger(unit, lasts[lane] + after_last_[lane].unit);
    begin = larger(begin, units[lane] + after_unit_[lane].begin);
    unit = larger(unit, units[lane] + after_unit_[lane].unit);
  }
  const Lanes inside = larger(begins + begin_inside_, insides + inside_inside_);
  const Lanes last = larger(begins + begin_last_, insides + inside_last_);
  const auto own = [&scores](NamePart part) {
    const auto of = [&](EntityType type) { return static_cast<float>(scores[tag_of(type, part)]); };
    return Lanes{of(EntityType::person), of(EntityType::organisation), of(EntityType::place),
                 static_cast<float>(scores[kOutside])};
  };
  best.lanes[0] = begin + own(NamePart::begin);
  best.lanes[1] = inside + own(NamePart::inside);
  best.lanes[2] = last + own(NamePart::last);
  best.lanes[3] = unit + own(NamePart::unit);
}

Tag Viterbi::best_ender(const ByTag& sums, const std::array<float, kNameTags>& then) {
  Tag best = kOutside;
  float highest = sums.at(kOutside) + then[kOutside];
  for (const EntityType type : kNameTypes)
    for (const NamePart part : {NamePart::last, NamePart::unit}) {
      const Tag tag = tag_of(type, part);
      const float sum = sums.at(tag) + then[tag];
      if (sum <= highest) continue;
      highest = sum;
      best = tag;
    }
  return best;
}

Tag Viterbi::tag_before(Tag tag, const ByTag& before) const {
  const auto& from = from_[tag];
  if (!continues_before(tag)) return best_ender(before, from);
  const Tag begin = tag_of(type_of(tag), NamePart::begin);
  const Tag inside = tag_of(type_of(tag), NamePart::inside);
  return before.at(begin) + from[begin] >= before.at(inside) + from[inside] ? begin : inside;
}

void Viterbi::decode(std::span<const TagScores> scores, std::span<Tag> tags) {
  const std::size_t length = scores.size();
  if (best_.size() < length) best_.resize(length);
  best_[0] = start_;
  for (Tag tag = 0; tag < kNameTags; ++tag) best_[0].set(tag, start_.at(tag) + scores[0][tag]);
  for (std::size_t i = 1; i < length; ++i) step(best_[i - 1], scores[i], best_[i]);
  tags[length - 1] = best_ender(best_[length - 1], end_);
  for (std::size_t i = length - 1; i > 0; --i) tags[i - 1] = tag_before(tags[i], best_[i - 1]);
}

}  // namespace newsindex
