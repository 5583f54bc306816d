// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are either the old or the new ones after a crash.
#pragma once

#include <filesystem>
#include <string_view>

namespace newsindex {

// What the name of a file ends with while replace_file writes it.
inline constexpr std::string_view kAsideSuffix = ".new";

// Writes a file aside, syncs it, and renames it over `path`; syncs the folder. Throws
// Error(cannot_create) or Error(io) naming the path.
void replace_file(const std::filesystem::path& path, std::string_view text);

// Makes a folder and those above it that are missing, each safe from a loss of power. Throws
// Error(cannot_create) or Error(io).
void make_folders(const std::filesystem::path& folder);

// Syncs a file or folder to the disk. Throws Error(io).
void sync_to_disk(const std::filesystem::path& path);

// Syncs every file below a folder, then the folder.
void sync_tree(const std::filesystem::path& folder);

}  // namespace newsindex
