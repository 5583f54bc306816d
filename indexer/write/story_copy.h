// SPDX-License-Identifier: GPL-3.0-or-later
// Decides whether two articles are copies of one story.
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

// The properties of an article that are compared.
struct StoryCopy {
  Sketch sketch;
  std::optional<std::chrono::sys_days> day;  // when it was published
  std::uint64_t story = 0;                   // see column_story
};

// The similarity of two texts, up to 1; 0 if they are not copies of each other. Copies appear
// within kStoryDays, and share at least half of their runs of words, or 70 % of the shorter text's
// (55 % if numbers and names agree). Texts from one template (prices of different days, contracts
// of different firms) are not copies: most numbers and names of the text that has fewer must be in
// the other one.
double likeness(const StoryCopy& a, const StoryCopy& b);

inline constexpr int kStoryDays = 4;

// Articles stored in files, by docid.
struct StoryTable {
  const Copies& copies;
  std::span<const std::int32_t> days;      // see column_day
  std::span<const std::uint64_t> stories;  // see column_story
  const Deletions* deletions = nullptr;
};

// False if all articles of these days are too old or too new to be copies. `days`: empty if the day
// of some article is unknown.
bool may_have_copies(const std::optional<DayRange>& days, const StoryCopy& article);

// Sets `best` to the most similar article of a table, if that is more similar to `article` than
// `best`.
void find_most_alike(const StoryTable& table, const StoryCopy& article,
                     std::optional<StoryCopy>& best);

// The day on which an article was published, if known.
std::optional<std::chrono::sys_days> story_day(const Article& article);

}  // namespace newsindex
