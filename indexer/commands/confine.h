// SPDX-License-Identifier: GPL-3.0-or-later
// --sandbox of the commands that read sources.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/commands/commands.h"

namespace newsindex {

// With --sandbox, confines this process to writing below these folders, and says what the kernel
// cannot do of it. Nothing without. Before the first byte of a source is read. Throws Error(config)
// where nothing can be confined.
void confine_if_asked(const Flags& flags, const std::vector<std::filesystem::path>& writable,
                      const Streams& streams);

// Where an update writes: the archive, the memory file system, and beside its report.
std::vector<std::filesystem::path> folders_of_update(const Flags& flags,
                                                     const std::filesystem::path& archive);

}  // namespace newsindex
