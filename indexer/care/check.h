// SPDX-License-Identifier: GPL-3.0-or-later
// Is an archive whole? Nothing here writes into it, and a run may write beside it: the opened
// revision stays as it is.
#pragma once

#include <string>
#include <vector>

#include "indexer/write/stop_request.h"
#include "schema/archive/archive.h"

namespace newsindex {

enum class Depth {
  files,    // every byte of every file, and whether the files agree with each other
  articles  // also every stored article, analysed again, against what was made of it
};

// Looks at all that the opened revision names: the digests of the files of segments, Xapian's own
// check, the checksums of our files, counts and days as archive.json has them, deletions and
// tables. Returns a sentence for each thing that is wrong; empty: nothing is. `stop` is asked again
// and again. Throws Error(interrupted), and what goes wrong without being damage.
std::vector<std::string> check_archive(Archive& archive, Depth depth = Depth::files,
                                       StopRequest* stop = nullptr);

// What is wrong with one segment.
std::vector<std::string> check_segment(const OpenSegment& open,
                                       const std::filesystem::path& archive,
                                       Depth depth = Depth::files, StopRequest* stop = nullptr);

}  // namespace newsindex
