// SPDX-License-Identifier: GPL-3.0-or-later
// Landlock of Linux: a thread gives up the right to change files, for itself and what it starts.
#pragma once

#include <filesystem>
#include <vector>

namespace newsindex {

// From now on files are made, written, renamed and removed below these folders only, which exist,
// and none is executed. Reading is as it was. False, and nothing has changed, where the kernel has
// no Landlock of version 2 or later (the first cannot rename from folder to folder). Needs
// no_new_privs (see indexer/sandbox/system_calls.h). Throws Error(config) when a folder cannot be
// opened or the kernel refuses.
bool confine_files(const std::vector<std::filesystem::path>& writable);

}  // namespace newsindex
