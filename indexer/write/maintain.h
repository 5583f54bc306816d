// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that read no sources: segments merged.
#pragma once

#include <filesystem>

#include "indexer/write/revision.h"

namespace newsindex {

// Merges all segments into one, without what is deleted. Returns the number of segments left.
std::size_t compact_archive(const std::filesystem::path& archive, const RunLimits& limits);

}  // namespace newsindex
