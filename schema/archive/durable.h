// SPDX-License-Identifier: GPL-3.0-or-later
// Writes files so that after a crash the old or the new content is there, never a mixture.
#pragma once

#include <filesystem>
#include <string_view>

namespace newsindex {

// The suffix of the temporary file that replace_file writes.
inline constexpr std::string_view kAsideSuffix = ".new";

// Writes a temporary file, syncs it, renames it to `path`, and syncs the folder. Throws
// Error(cannot_create) or Error(io) naming the path.
void replace_file(const std::filesystem::path& path, std::string_view text);

// Makes a folder and its missing parents; each survives a loss of power. Throws
// Error(cannot_create) or Error(io).
void make_folders(const std::filesystem::path& folder);

// Syncs a file or folder to the disk. Throws Error(io).
void sync_to_disk(const std::filesystem::path& path);

// Syncs everything below a folder, then the folder. Throws Error(io).
void sync_tree(const std::filesystem::path& folder);

}  // namespace newsindex
