// SPDX-License-Identifier: GPL-3.0-or-later
// Before a program reads the first byte of untrusted input, it gives up what only an attacker who
// has taken it over would need: other programs, the network, the files of others.
#pragma once

#include <filesystem>
#include <vector>

namespace newsindex {

struct Sandbox {
  bool confines_files = false;  // false: the kernel has no Landlock, only system calls are denied
};

// Confines this process and its threads permanently. System calls that no run needs are denied (see
// indexer/sandbox/system_calls.h). Files can be read as before, but only written below these
// folders. A missing folder can still be created: the nearest existing folder above it counts. The
// limit on writing does not apply to threads that already run. Throws Error(config) if system calls
// cannot be filtered here; then nothing is confined.
Sandbox enter_sandbox(const std::vector<std::filesystem::path>& writable);

}  // namespace newsindex
