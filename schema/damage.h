// SPDX-License-Identifier: GPL-3.0-or-later
// Which failures to read a file of an archive mean that the file is damaged. Other failures come
// from the machine or the user: treating those as damage would drop articles that are intact.
#pragma once

#include <filesystem>

#include "schema/error.h"

namespace newsindex {

// True if this errno means that the file is missing, is not a regular file, or can no longer be
// read from the disk. False for a lack of memory, descriptors, space or permission.
bool is_damage(int reason);

// True if this Error, thrown while a file was read, means that the file is damaged.
bool is_damage(const Error& error);

// The Error for a file that cannot be read. `reason` is the errno. Its code is no_input if the file
// is missing, no_memory on ENOMEM, otherwise io.
Error cannot_read(const std::filesystem::path& path, int reason);

}  // namespace newsindex
