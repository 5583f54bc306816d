// SPDX-License-Identifier: GPL-3.0-or-later
// Copies a file and checks it on the way.
#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/write/segment_files.h"

namespace newsindex {

// Copies a file, or makes a hard link, and reads all of it. Returns the digest64 of its bytes. Does
// not sync. Throws Error: no_input if it is missing, io, cannot_create.
std::uint64_t copy_file(const std::filesystem::path& from, const std::filesystem::path& to,
                        bool link, const Tick& tick = {});

}  // namespace newsindex
