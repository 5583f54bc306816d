// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that read no sources: compaction.
#pragma once

#include <filesystem>

#include "indexer/write/revision.h"

namespace newsindex {

struct Compaction {
  std::size_t segments = 0;       // remaining
  std::vector<LeftOut> left_out;  // damaged segments, which were not merged
};

// Merges all segments into one, without the deleted articles.
Compaction compact_archive(const std::filesystem::path& archive, const RunLimits& limits);

}  // namespace newsindex
