// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles are copies of one story: wire copy under other headlines, cut endings, corrected
// and updated versions. Every article belongs to one group; most are alone in theirs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/write/story_tables.h"
#include "schema/article.h"

namespace newsindex {

// The articles of one run, by the keys of their sketches. An article joins the group of the earlier
// one that it is most like, of the run or of the archive; else it founds one. Groups are never
// joined or changed later: an article that would link two groups belongs to the nearer one.
// An article that says its group itself (of an export) stays in it.
class Stories {
 public:
  // `folder`: where tables of what is not in memory any more are written.
  explicit Stories(std::filesystem::path folder) : tables_(std::move(folder)) {}

  // The group of an article. `known`: the copy in the archive that is most like it, if any.
  std::string assign(const Article& article, const std::optional<Sketch>& sketch,
                     const std::optional<StoryCopy>& known);

 private:
  void remember(StoryCopy copy);

  std::vector<StoryCopy> copies_;  // the latest; those before are in tables
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_key_;
  StoryTables tables_;
};

}  // namespace newsindex
