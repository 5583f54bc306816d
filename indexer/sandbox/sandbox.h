// SPDX-License-Identifier: GPL-3.0-or-later
// A program that reads what strangers have written gives up, before it reads the first byte of it,
// what only somebody who has taken it over would want: other programs, the network, the files of
// others.
#pragma once

#include <filesystem>
#include <vector>

namespace newsindex {

struct Sandbox {
  bool confines_files = false;  // else the kernel has no Landlock, and only system calls are denied
};

// Confines this process for good, with its threads: system calls that no run needs are denied (see
// indexer/sandbox/system_calls.h), files can be read where they could before, and written only
// below these folders. One that is missing may still be made: the nearest folder above it that
// exists counts. Threads that run already keep their files. Throws Error(config) when system calls
// cannot be filtered here; then nothing is confined.
Sandbox enter_sandbox(const std::vector<std::filesystem::path>& writable);

}  // namespace newsindex
