// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/stories.h"

#include <algorithm>
#include <cstdlib>

#include "schema/digest.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostOfAKey = 64;  // of the articles with one key, the latest are compared

// The name of the group that an article founds. A later version with another text founds another.
std::string founded_by(const Article& article, const std::optional<Sketch>& sketch) {
  std::string what = article.id;
  what += '\0';
  if (sketch) what += pack_sketch(*sketch);
  constexpr std::string_view kDigits = "0123456789abcdef";
  const std::uint64_t digest = digest64(what);
  std::string name;
  for (int shift = 60; shift >= 0; shift -= 4) name += kDigits[digest >> shift & 0xFu];
  return name;
}

int days_between(const StoryCopy& a, const StoryCopy& b) {
  if (!a.day || !b.day) return 0;
  return static_cast<int>(std::abs((*a.day - *b.day).count()));
}

}  // namespace

double likeness(const StoryCopy& a, const StoryCopy& b) {
  constexpr double kShared = 0.5;
  constexpr double kSharedOfShorter = 0.75;
  constexpr int kFewestRuns = 40;  // of a short text that may be a part of a long one
  constexpr double kSharedNumbers = 0.4;
  constexpr int kFewestNumbers = 4;
  // The same on different days.
  constexpr double kSharedLater = 0.65;
  constexpr double kSharedOfShorterLater = 0.85;
  constexpr double kSharedNumbersLater = 0.6;
  const int days = days_between(a, b);
  if (days > kStoryDays) return 0;
  const bool later = days > 0;
  const double shared = resemblance(a.sketch, b.sketch);
  const double of_shorter = containment(a.sketch, b.sketch);
  const bool long_enough = std::min(a.sketch.size, b.sketch.size) >= kFewestRuns;
  const bool alike =
      shared >= (later ? kSharedLater : kShared) ||
      (long_enough && of_shorter >= (later ? kSharedOfShorterLater : kSharedOfShorter));
  if (!alike) return 0;
  const bool counts = std::min(a.sketch.number_count, b.sketch.number_count) >= kFewestNumbers;
  const double numbers = resemblance_of_numbers(a.sketch, b.sketch);
  // A part of a text has a part of its numbers.
  const double part = static_cast<double>(std::min(a.sketch.size, b.sketch.size)) /
                      std::max<double>(1, std::max(a.sketch.size, b.sketch.size));
  if (counts && numbers < (later ? kSharedNumbersLater : kSharedNumbers) * part) return 0;
  return std::max(shared, of_shorter * part);
}

std::optional<std::chrono::sys_days> story_day(const Article& article) {
  if (!article.published || article.published->precision < Precision::day) return std::nullopt;
  return std::chrono::sys_days(article.published->day);
}

std::string Stories::assign(const Article& article, const std::optional<Sketch>& sketch,
                            const std::optional<StoryCopy>& known) {
  if (!sketch) return article.story.empty() ? founded_by(article, sketch) : article.story;
  StoryCopy copy{*sketch, story_day(article), article.story};
  const bool told = !article.story.empty();
  double best = known && !told ? likeness(copy, *known) : 0;
  if (best > 0) copy.story = known->story;
  for (const std::uint32_t key : sketch->keys) {
    const std::vector<std::uint32_t>& others = by_key_[key];
    const std::size_t first = others.size() - std::min(others.size(), kMostOfAKey);
    for (std::size_t i = first; i < others.size(); ++i) {
      const double like = told ? 0 : likeness(copy, copies_[others[i]]);
      if (like <= best) continue;
      best = like;
      copy.story = copies_[others[i]].story;
    }
  }
  if (copy.story.empty()) copy.story = founded_by(article, sketch);
  const auto number = static_cast<std::uint32_t>(copies_.size());
  for (const std::uint32_t key : sketch->keys) {
    std::vector<std::uint32_t>& others = by_key_[key];
    if (others.empty() || others.back() != number) others.push_back(number);
  }
  copies_.push_back(copy);
  return copy.story;
}

}  // namespace newsindex
