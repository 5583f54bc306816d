// SPDX-License-Identifier: GPL-3.0-or-later
// A segment that is complete and on the disk, but not in the archive yet.
#pragma once

#include <filesystem>

#include "schema/archive/manifest.h"

namespace newsindex {

struct FinishedSegment {
  std::filesystem::path folder;  // where it stands; publishing moves it into the archive
  Segment segment;               // without a name
};

// Syncs the folder of a segment to the disk and tells what the manifest says of it. `articles`: how
// many it holds. Throws Error(io).
FinishedSegment finish_segment(const std::filesystem::path& folder, std::uint64_t articles);

}  // namespace newsindex
