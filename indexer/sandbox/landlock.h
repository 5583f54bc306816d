// SPDX-License-Identifier: GPL-3.0-or-later
// Uses Linux Landlock: a thread gives up the right to change files, for itself and what it starts.
#pragma once

#include <filesystem>
#include <vector>

namespace newsindex {

// From now on, files can only be created, written, renamed and removed below these existing
// folders, and none can be executed. Reading is not restricted. Returns false, with nothing
// changed, if the kernel has no Landlock of version 2 or later (version 1 cannot rename between
// folders). Needs no_new_privs (see indexer/sandbox/system_calls.h). Throws Error(config) if a
// folder cannot be opened or the kernel refuses.
bool confine_files(const std::vector<std::filesystem::path>& writable);

}  // namespace newsindex
