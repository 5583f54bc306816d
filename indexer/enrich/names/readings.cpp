// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/readings.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace newsindex {
namespace {

struct Calibration {
  EntityType type;
  float slope;
  float offset;
};

constexpr Calibration kCalibrations[] = {
#include "indexer/enrich/names/calibration.inc"
};

void mark(std::vector<Tag>& tags, std::uint32_t begin, std::uint32_t end, EntityType type) {
  if (begin == end) return;
  for (std::uint32_t i = begin; i < end; ++i) tags[i] = tag_of(type, NamePart::inside);
  tags[begin] = tag_of(type, NamePart::begin);
  tags[end - 1] = tag_of(type, end - begin == 1 ? NamePart::unit : NamePart::last);
}

}  // namespace

float OtherReadings::score(std::span<const TagScores> scores, std::uint32_t begin,
                           std::uint32_t end) const {
  std::int32_t sum = begin == 0 ? model_.start[tags_[0]] : 0;
  for (std::uint32_t i = begin; i < end; ++i) sum += scores[i][tags_[i]];
  for (std::uint32_t i = std::max(begin, 1u); i < std::min<std::size_t>(end + 1, tags_.size()); ++i)
    sum += model_.to[tags_[i - 1]][tags_[i]];
  if (end == tags_.size()) sum += model_.end[tags_[end - 1]];
  return static_cast<float>(sum) * kScoreStep;
}

float OtherReadings::log_odds(std::span<const TagScores> scores, std::span<const Tag> tags,
                              const TokenSpan& name) {
  tags_.assign(tags.begin(), tags.end());
  const auto length = static_cast<std::uint32_t>(tags.size());
  const std::uint32_t from = name.begin - (name.begin > 0 ? 1 : 0);
  const std::uint32_t to = name.end + (name.end < length ? 1 : 0);
  const float own = score(scores, from, to);
  float against = 0;
  const auto read = [&](std::uint32_t begin, std::uint32_t end, EntityType type) {
    std::fill(tags_.begin() + name.begin, tags_.begin() + name.end, kOutside);
    mark(tags_, begin, end, type);
    against += std::exp(score(scores, from, to) - own);
    std::copy(tags.begin() + from, tags.begin() + to, tags_.begin() + from);
  };
  for (const EntityType type : kNameTypes)
    if (type != name.type) read(name.begin, name.end, type);
  read(name.begin, name.begin, name.type);
  if (name.end - name.begin > 1) {
    read(name.begin + 1, name.end, name.type);
    read(name.begin, name.end - 1, name.type);
  }
  if (from < name.begin && tags[from] == kOutside) read(from, name.end, name.type);
  if (to > name.end && tags[name.end] == kOutside) read(name.begin, to, name.type);
  return -std::log(against);
}

int confidence_of(EntityType type, float log_odds) {
  const Calibration& own = kCalibrations[static_cast<std::size_t>(type)];
  const float sum = own.slope * log_odds + own.offset;
  return static_cast<int>(std::lround(100 / (1 + std::exp(-sum))));
}

}  // namespace newsindex
