// SPDX-License-Identifier: GPL-3.0-or-later
// Which failures to read a file of an archive mean that it is damaged. The others are of the
// machine or the user: whoever takes them for damage drops articles that are whole.
#pragma once

#include <filesystem>

#include "schema/error.h"

namespace newsindex {

// The errno of a file that is missing, is no file, or that the disk does not give any more. A lack
// of memory, descriptors, room or permission is none.
bool is_damage(int reason);

// Whether an Error that came of reading a file says that this file is damaged.
bool is_damage(const Error& error);

// For a file that cannot be read, with the errno: no_input when it is missing, no_memory, or io.
Error cannot_read(const std::filesystem::path& path, int reason);

}  // namespace newsindex
