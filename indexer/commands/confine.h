// SPDX-License-Identifier: GPL-3.0-or-later
// The option --sandbox of the commands that read sources.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/commands/commands.h"

namespace newsindex {

// With --sandbox, allows this process to write only below these folders, and warns if the kernel
// can confine only a part. Without --sandbox, does nothing. Call before the first byte of a source
// is read. Throws Error(config) if nothing can be confined.
void confine_if_asked(const Flags& flags, const std::vector<std::filesystem::path>& writable,
                      const Streams& streams);

// Where an update writes: the archive, the memory file system, and the folders of its report and
// metrics files.
std::vector<std::filesystem::path> folders_of_update(const Flags& flags,
                                                     const std::filesystem::path& archive);

}  // namespace newsindex
