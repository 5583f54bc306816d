// SPDX-License-Identifier: GPL-3.0-or-later
// The articles of a run that are no longer in memory, for finding copies among them: tables on
// disk, in the format of segments. Small tables are joined.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "indexer/write/story_copy.h"

namespace newsindex {

class StoryTables {
 public:
  // Writes into this folder; the caller removes it.
  explicit StoryTables(std::filesystem::path folder);
  ~StoryTables();
  StoryTables(StoryTables&&) noexcept;
  StoryTables& operator=(StoryTables&&) noexcept;

  // Moves articles to disk. Throws Error(cannot_create) or Error(io).
  void add(const std::vector<StoryCopy>& copies);

  // Like the free function of the same name, for all tables.
  void find_most_alike(const StoryCopy& article, std::optional<StoryCopy>& best) const;

 private:
  struct Table;
  void join_small();

  std::filesystem::path folder_;
  unsigned next_ = 0;
  std::vector<std::unique_ptr<Table>> tables_;  // large ones first
};

}  // namespace newsindex
