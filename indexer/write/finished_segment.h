// SPDX-License-Identifier: GPL-3.0-or-later
// A segment that is complete and on disk, but not yet in the archive.
#pragma once

#include <filesystem>

#include "schema/archive/manifest.h"

namespace newsindex {

struct FinishedSegment {
  std::filesystem::path folder;  // where it is now; publishing moves it into the archive
  Segment segment;               // no name yet
};

// Syncs the folder of a segment to disk and returns what the manifest will record about it.
// `articles`: the number of articles in it. Throws Error(io).
FinishedSegment finish_segment(const std::filesystem::path& folder, std::uint64_t articles);

}  // namespace newsindex
