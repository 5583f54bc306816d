// SPDX-License-Identifier: GPL-3.0-or-later
// Which folders are archives, and which may become one. Nothing here writes.
#pragma once

#include <filesystem>

namespace newsindex {

// True if the folder has an archive.json, in whatever state. Throws Error(io) when the folder
// cannot be examined.
bool has_manifest(const std::filesystem::path& folder);

// True if the folder is an archive, intact or damaged. Such a folder is not searched for articles.
bool looks_like_archive(const std::filesystem::path& folder);

// Accepts an archive, a folder that does not exist, and one that is empty or has only what a
// stopped run leaves when it makes an archive (see place.cpp). Throws Error otherwise: internal for
// an archive that has lost its archive.json, cannot_create for anything else.
void require_place_for_archive(const std::filesystem::path& folder);

}  // namespace newsindex
