// SPDX-License-Identifier: GPL-3.0-or-later
// Merges segments that are neighbours in time when there are too many. So a date range opens few
// segments, and the segments of old years no longer change. Deleted articles are left out.
#pragma once

#include <filesystem>

#include "indexer/write/publish.h"
#include "indexer/write/staging.h"
#include "indexer/write/worker_pool.h"
#include "schema/archive/manifest.h"

namespace newsindex {

// Segments are merged if there are more than this: each costs every search some time. The number is
// higher than what a first load makes, so that the first nights after it find small neighbours to
// merge with.
inline constexpr std::size_t kMostSegments = 16;

// Merges neighbours by date, the smallest first, until at most `most_segments` are left. Rewrites
// segments of which more than a quarter is deleted (with `all_deleted`: with any deletion). Returns
// what is to be published. Damaged segments stay as they are and are marked in the manifest. Throws
// Error. REQUIRES: the archive's lock is held.
Changes merge_segments(const std::filesystem::path& archive, Manifest& manifest, Staging& staging,
                       WorkerPool& pool, std::size_t most_segments, bool all_deleted = false);

}  // namespace newsindex
