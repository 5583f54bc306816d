// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/story_copy.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <vector>

namespace newsindex {
namespace {

// 0 if one of them is unknown.
int days_between(const std::optional<std::chrono::sys_days>& a,
                 const std::optional<std::chrono::sys_days>& b) {
  if (!a || !b) return 0;
  return static_cast<int>(std::abs((*a - *b).count()));
}

// For the smaller of two sets: its size, and how many of its elements are in the larger one.
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

// The numbers and names of a text, which distinguish texts made from one template.
struct Particulars {
  InCommon numbers;
  InCommon names;
  InCommon both() const { return {numbers.count + names.count, numbers.shared + names.shared}; }
};

// True if too many numbers or names differ for a text with this many runs of words.
bool differ(const Particulars& found, double runs) {
  constexpr double kSharedNumbers = 0.7;
  constexpr double kMissingNumbers = 0.02;  // per run of words: the day in a dateline may change
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

// True if the words, the numbers and the names all differ in part, as in contracts of two firms. A
// correction keeps more of the words, and an update keeps the numbers.
bool differ_in_all(const Particulars& found, double of_shorter) {
  constexpr double kShared = 0.78;
  constexpr double kMissing = 0.8;  // an estimated count: stands for one
  return of_shorter < kShared && found.numbers.missing() > kMissing &&
         found.names.missing() > kMissing;
}

constexpr double kLeastShareOfShorter = 0.55;

// The share of the shorter text that must be in the longer one if they share less than half.
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
  if (days_between(a.day, b.day) > kStoryDays) return 0;
  const double shared = resemblance(a.sketch, b.sketch);
  const double of_shorter = containment(a.sketch, b.sketch);
  // most pairs end here, quickly
  if (shared < kShared && of_shorter < kLeastShareOfShorter) return 0;
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

namespace {

std::optional<std::chrono::sys_days> day_in(const StoryTable& table, Docid docid) {
  constexpr std::int32_t kDayIsKnown = 3;
  const std::int32_t day = table.days[docid - 1];
  if (day == kUndated || (day & 3) != kDayIsKnown) return std::nullopt;
  return std::chrono::sys_days(std::chrono::days((day - kDayIsKnown) / 4));
}

bool may_be_copy(const StoryTable& table, Docid docid, const StoryCopy& article) {
  if (table.deletions != nullptr && table.deletions->contains(docid)) return false;
  return days_between(article.day, day_in(table, docid)) <= kStoryDays;
}

// The articles of a table that share a key with `article` and are of about the same day: those that
// share most keys first, then the latest.
std::vector<Docid> candidates(const StoryTable& table, const StoryCopy& article) {
  constexpr std::size_t kMostOfAKey = 1024;  // boilerplate can be in every article
  constexpr std::size_t kMost = 96;
  std::vector<Docid> found;
  for (const std::uint32_t key : article.sketch.keys)
    table.copies.with_key(key, kMostOfAKey, found);
  std::sort(found.begin(), found.end());
  std::vector<std::pair<int, Docid>> order;  // shared keys, docid
  for (std::size_t i = 0; i < found.size();) {
    std::size_t end = i;
    while (end < found.size() && found[end] == found[i]) ++end;
    if (may_be_copy(table, found[i], article))
      order.emplace_back(static_cast<int>(end - i), found[i]);
    i = end;
  }
  std::sort(order.rbegin(), order.rend());
  if (order.size() > kMost) order.resize(kMost);
  std::vector<Docid> docids;
  for (const auto& [keys, docid] : order) docids.push_back(docid);
  return docids;
}

}  // namespace

bool may_have_copies(const std::optional<DayRange>& days, const StoryCopy& article) {
  if (!article.day || !days) return true;
  const std::chrono::days reach(kStoryDays);
  return *article.day + reach >= std::chrono::sys_days(days->first) &&
         *article.day - reach <= std::chrono::sys_days(days->last);
}

void find_most_alike(const StoryTable& table, const StoryCopy& article,
                     std::optional<StoryCopy>& best) {
  double most = best ? likeness(article, *best) : 0;
  for (const Docid docid : candidates(table, article)) {
    const auto sketch = table.copies.sketch(docid);
    if (!sketch) continue;
    const StoryCopy copy{*sketch, day_in(table, docid), table.stories[docid - 1]};
    const double like = likeness(article, copy);
    if (like <= most || copy.story == 0) continue;
    most = like;
    best = copy;
  }
}

}  // namespace newsindex
