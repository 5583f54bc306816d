// SPDX-License-Identifier: GPL-3.0-or-later
// Checks whether an archive is undamaged. Nothing is written into it, and a run may write at the
// same time: the opened revision does not change.
#pragma once

#include <string>
#include <vector>

#include "indexer/write/stop_request.h"
#include "schema/archive/archive.h"

namespace newsindex {

enum class Depth {
  files,    // every byte of every file, and whether the files are consistent
  articles  // also analyses every stored article again and compares the results
};

// Checks everything that the opened revision names: the digests of segment files, Xapian's own
// check, the checksums of our files, counts and days in archive.json, deletions and tables. Returns
// a sentence for each problem; empty if there is none. Checks `stop` repeatedly. Throws
// Error(interrupted), and errors that are no damage.
std::vector<std::string> check_archive(Archive& archive, Depth depth = Depth::files,
                                       StopRequest* stop = nullptr);

// The problems of one segment.
std::vector<std::string> check_segment(const OpenSegment& open,
                                       const std::filesystem::path& archive,
                                       Depth depth = Depth::files, StopRequest* stop = nullptr);

}  // namespace newsindex
