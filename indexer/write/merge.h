// SPDX-License-Identifier: GPL-3.0-or-later
// Segments that are neighbours in time become one when there are too many: ranges of dates open
// few, and old years come to rest. Deleted articles are left out.
#pragma once

#include <filesystem>

#include "indexer/write/publish.h"
#include "indexer/write/staging.h"
#include "indexer/write/worker_pool.h"
#include "schema/archive/manifest.h"

namespace newsindex {

// More segments than this are merged: each costs a search some time. More than a first load makes,
// so that the first nights after it find small neighbours to merge with.
inline constexpr std::size_t kMostSegments = 16;

// Merges neighbours by date, the smallest first, until at most `most_segments` are left, writes
// segments anew of which a quarter is deleted (with `all_deleted`: of which anything is), and
// returns what is to be published. Damaged segments are left as they are, and marked in the
// manifest. Throws Error. REQUIRES: the archive's lock is held.
Changes merge_segments(const std::filesystem::path& archive, Manifest& manifest, Staging& staging,
                       WorkerPool& pool, std::size_t most_segments, bool all_deleted = false);

}  // namespace newsindex
