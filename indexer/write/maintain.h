// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that read no sources: articles removed, segments merged.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/write/revision.h"

namespace newsindex {

struct Removal {
  std::uint64_t removed = 0;         // articles
  std::vector<std::string> missing;  // ids that were not there, each once, sorted
  std::vector<LeftOut> left_out;     // damaged segments, in which nothing was looked for
};

// Takes articles out of the archive.
Removal remove_articles(const std::filesystem::path& archive, const std::vector<std::string>& ids,
                        const RunLimits& limits);

struct Compaction {
  std::size_t segments = 0;       // that are left
  std::vector<LeftOut> left_out;  // damaged ones among them
};

// Merges all segments into one, without what is deleted.
Compaction compact_archive(const std::filesystem::path& archive, const RunLimits& limits);

}  // namespace newsindex
