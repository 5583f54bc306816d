// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a segment, by their sizes and digests.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "schema/archive/manifest.h"

namespace newsindex {

// Is called again and again by what reads long, and may throw.
using Tick = std::function<void()>;

// Reads a file to its end. Throws what cannot_read tells (see schema/damage.h).
SegmentFile describe_file(const std::filesystem::path& path, const Tick& tick = {});

// A sentence for each file of a published segment that is not as it was published. Throws Error for
// what is no damage.
std::vector<std::string> changed_files(const std::filesystem::path& archive, const Segment& segment,
                                       const Tick& tick = {});

}  // namespace newsindex
