// SPDX-License-Identifier: GPL-3.0-or-later
// When two articles are copies of one story.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

#include "schema/article.h"
#include "schema/segment/columns.h"
#include "schema/segment/copies.h"
#include "schema/segment/deletions.h"
#include "schema/sketch.h"

namespace newsindex {

// What is compared of an article.
struct StoryCopy {
  Sketch sketch;
  std::optional<std::chrono::sys_days> day;  // when it was published
  std::uint64_t story = 0;                   // see column_story
};

// 0 for texts that are no copies of each other; else how much alike they are, up to 1. Copies
// appear within kStoryDays, and share at least half of their runs of words, or 70 % of the shorter
// one's (55 % where numbers and names agree). What is made of one template (prices of another day,
// the contract of another firm) is no copy: of the text that has fewer numbers and names, the other
// one has most.
double likeness(const StoryCopy& a, const StoryCopy& b);

inline constexpr int kStoryDays = 4;

// Articles that lie in files, by docid.
struct StoryTable {
  const Copies& copies;
  std::span<const std::int32_t> days;      // see column_day
  std::span<const std::uint64_t> stories;  // see column_story
  const Deletions* deletions = nullptr;
};

// False where all articles of these days are too old or too new to be copies. `days`: none when
// that is not known of all of them.
bool may_have_copies(const std::optional<DayRange>& days, const StoryCopy& article);

// Puts the article of a table into `best` that is more like `article` than `best`, if there is one.
void find_most_alike(const StoryTable& table, const StoryCopy& article,
                     std::optional<StoryCopy>& best);

// The day on which an article was published, when it is known.
std::optional<std::chrono::sys_days> story_day(const Article& article);

}  // namespace newsindex
