// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a segment, by their sizes and digests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "schema/archive/manifest.h"

namespace newsindex {

// Reads a file to its end. Throws Error(io).
SegmentFile describe_file(const std::filesystem::path& path);

// A sentence for each file of a published segment that is not as it was published.
std::vector<std::string> changed_files(const std::filesystem::path& archive,
                                       const Segment& segment);

}  // namespace newsindex
