// SPDX-License-Identifier: GPL-3.0-or-later
// Decides which articles are copies of one story: wire copies with other headlines, shortened
// texts, corrected and updated versions. Every article belongs to one group; most are alone in
// theirs.
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

// The articles of one run, by the keys of their sketches. An article joins the group of the most
// similar earlier article of the run or the archive, or else founds a new group. Groups are never
// joined or changed later: an article that would link two groups belongs to the nearer one. An
// article that states its group itself (from an export) stays in it.
class Stories {
 public:
  // `folder`: for tables of articles that no longer fit in memory.
  explicit Stories(std::filesystem::path folder) : tables_(std::move(folder)) {}

  // The group of an article. `known`: the most similar copy in the archive, if any.
  std::string assign(const Article& article, const std::optional<Sketch>& sketch,
                     const std::optional<StoryCopy>& known);

 private:
  void remember(StoryCopy copy);

  std::vector<StoryCopy> copies_;  // the latest; earlier ones are in tables_
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_key_;
  StoryTables tables_;
};

}  // namespace newsindex
