// SPDX-License-Identifier: GPL-3.0-or-later
// Articles taken out of an archive, and taken back.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/write/progress.h"
#include "indexer/write/removals.h"
#include "indexer/write/revision.h"

namespace newsindex {

struct RemovalRequest {
  std::filesystem::path archive;
  std::vector<std::string> articles;  // ids; or addresses (with "://"): all articles with one
  RemovedArticle note;  // time, how, purged and reason of all; the path is the articles'
  RunLimits run;
};

struct Removal {
  std::uint64_t removed = 0;         // articles that are searched no more
  std::vector<std::string> ids;      // of these, and of what was purged later; sorted
  std::vector<std::string> missing;  // what was neither there nor is to be purged; sorted
  // Of a purge: files with the text that are still on the disk, because somebody reads an older
  // revision. They go with the next run after that.
  std::uint64_t files_left = 0;
  std::vector<LeftOut> left_out{};  // damaged segments, in which nothing was looked for
};

// Takes articles out and remembers them in the table of removals.
//
// With `note.purged`, segments that hold any version of an article are written anew without it, in
// the same step, also when it was removed or replaced earlier: afterwards no file of the archive
// has a byte of its text, but for its id in the table. What the disk keeps of removed files,
// backups and sources is not ours.
Removal remove_articles(const RemovalRequest& request, const OnProgress& on_progress = {});

// What remove_articles would remove. Writes nothing and takes no lock.
Removal plan_removal(const RemovalRequest& request);

struct Restoration {
  std::vector<std::string> ids;      // that may come back; sorted
  std::vector<std::string> missing;  // ids that were not on the table; sorted
  // Sources that a run would take for unchanged as it cannot tell which file they are: standard
  // input, or one that was never read to its end.
  std::vector<std::string> unknown_sources;
};

// Takes ids off the table. The sources that they came from are read again by the next run that is
// given them.
Restoration restore_articles(const std::filesystem::path& archive,
                             const std::vector<std::string>& ids, const RunLimits& limits);

}  // namespace newsindex
