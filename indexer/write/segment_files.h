// SPDX-License-Identifier: GPL-3.0-or-later
// Describes the files of a segment by size and digest.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "schema/archive/manifest.h"

namespace newsindex {

// Called again and again by long reads; may throw to stop them.
using Tick = std::function<void()>;

// Reads a file to its end. Throws the Error of cannot_read (see schema/damage.h).
SegmentFile describe_file(const std::filesystem::path& path, const Tick& tick = {});

// Returns a sentence for each file of a published segment that is no longer as it was published.
// Throws Error for failures that are no damage.
std::vector<std::string> changed_files(const std::filesystem::path& archive, const Segment& segment,
                                       const Tick& tick = {});

}  // namespace newsindex
