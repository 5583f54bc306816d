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

// Of the smaller of two sets: how many there are, and how many of them are in the larger one.
struct InCommon {
  double count = 0;
  double shared = 0;
  double share() const { return count < 0.5 ? 1 : shared / count; }
  double missing() const { return count - shared; }
};

InCommon in_common(const HashSet& a, const HashSet& b) {
  const double count = std::min(count_of(a), count_of(b));
  return {count, std::min(count, count_of_shared(a, b))};
}

// What tells apart two texts that are made of one template: their numbers and names.
struct Particulars {
  InCommon numbers;
  InCommon names;
  InCommon both() const { return {numbers.count + names.count, numbers.shared + names.shared}; }
};

// True for too many other numbers or names in a text of so many runs of words.
bool differ(const Particulars& found, double runs) {
  constexpr double kSharedNumbers = 0.7;
  constexpr double kMissingNumbers = 0.02;  // for each run: the day in a dateline changes
  constexpr double kSharedNames = 0.75;
  constexpr double kSharedOfBoth = 0.76;
  constexpr double kMissingNames = 1.5;
  const bool other_numbers =
      found.numbers.share() < kSharedNumbers && found.numbers.missing() > kMissingNumbers * runs;
  const bool other_names = found.names.share() < kSharedNames &&
                           found.both().share() < kSharedOfBoth &&
                           found.names.missing() > kMissingNames;
  return other_numbers || other_names;
}

// True where both the words and the numbers and names are partly other ones, as of the contracts of
// two firms: a correction leaves more of the words, an update leaves the numbers.
bool differ_in_all(const Particulars& found, double of_shorter) {
  constexpr double kShared = 0.78;
  constexpr double kMissing = 0.8;  // one, as it is estimated
  return of_shorter < kShared && found.numbers.missing() > kMissing &&
         found.names.missing() > kMissing;
}

constexpr double kLeastShareOfShorter = 0.55;

// How much of the shorter text has to be in the longer one where they share less than half.
double share_needed(const Particulars& found, double runs) {
  constexpr double kFewestRuns = 30;
  constexpr double kAgree = 0.83;
  const bool agree = found.both().count >= 4 && found.both().share() >= kAgree;
  if (runs < kFewestRuns) return agree ? 0.85 : 2;
  return agree ? kLeastShareOfShorter : 0.7;
}

}  // namespace

double likeness(const StoryCopy& a, const StoryCopy& b) {
  constexpr double kShared = 0.5;
  if (days_between(a, b) > kStoryDays) return 0;
  const double shared = resemblance(a.sketch, b.sketch);
  const double of_shorter = containment(a.sketch, b.sketch);
  if (shared < kShared && of_shorter < kLeastShareOfShorter) return 0;  // most pairs: be quick
  const double shorter = std::min(a.sketch.size, b.sketch.size);
  const double longer = std::max(a.sketch.size, b.sketch.size);
  const Particulars found{in_common(a.sketch.numbers, b.sketch.numbers),
                          in_common(a.sketch.names, b.sketch.names)};
  if (shared < kShared && of_shorter < share_needed(found, shorter)) return 0;
  if (differ(found, shorter)) return 0;
  if (shared >= kShared && differ_in_all(found, of_shorter)) return 0;
  return std::max(shared, of_shorter * shorter / longer);
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
