// SPDX-License-Identifier: GPL-3.0-or-later
// Which folders are archives, and which may become one. Nothing here writes.
#pragma once

#include <filesystem>

namespace newsindex {

// Whether the folder has an archive.json, in whatever state. Throws Error(io) when that cannot be
// told.
bool has_manifest(const std::filesystem::path& folder);

// Whether the folder is an archive, whole or damaged: no folder to find articles in.
bool looks_like_archive(const std::filesystem::path& folder);

// Accepts an archive, a folder that is not there, and one that is empty or has nothing but the lock
// file of a run that was stopped. Throws Error otherwise: internal for an archive that has lost its
// archive.json, cannot_create for what is something else.
void require_place_for_archive(const std::filesystem::path& folder);

}  // namespace newsindex
