// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles are copies of one story: wire copy under other headlines, cut endings, corrected
// and updated versions. Every article belongs to one group; most are alone in theirs.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/article.h"
#include "schema/sketch.h"

namespace newsindex {

// What is compared of an article.
struct StoryCopy {
  Sketch sketch;
  std::optional<std::chrono::sys_days> day;  // when it was published
  std::string story;
};

// 0 for texts that are no copies of each other; else how much alike they are, up to 1. Copies
// appear within kStoryDays, and share at least half of their runs of words, or 70 % of the shorter
// one's (55 % where numbers and names agree). What is made of one template (prices of another day,
// the contract of another firm) is no copy: of the text that has fewer numbers and names, the other
// one has most.
double likeness(const StoryCopy& a, const StoryCopy& b);

inline constexpr int kStoryDays = 4;

// The articles of one run, by the keys of their sketches. An article joins the group of the earlier
// one that it is most like, of the run or of the archive; else it founds one. Groups are never
// joined or changed later: an article that would link two groups belongs to the nearer one.
// An article that says its group itself (of an export) stays in it.
class Stories {
 public:
  // The group of an article. `known`: the copy in the archive that is most like it, if any.
  std::string assign(const Article& article, const std::optional<Sketch>& sketch,
                     const std::optional<StoryCopy>& known);

 private:
  std::vector<StoryCopy> copies_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_key_;
};

// The day on which an article was published, when it is known.
std::optional<std::chrono::sys_days> story_day(const Article& article);

}  // namespace newsindex
