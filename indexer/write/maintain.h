// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that read no sources: segments merged.
#pragma once

#include <filesystem>

#include "indexer/write/revision.h"

namespace newsindex {

struct Compaction {
  std::size_t segments = 0;       // that are left
  std::vector<LeftOut> left_out;  // damaged ones among them
};

// Merges all segments into one, without what is deleted.
Compaction compact_archive(const std::filesystem::path& archive, const RunLimits& limits);

}  // namespace newsindex
