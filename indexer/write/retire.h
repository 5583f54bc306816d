// SPDX-License-Identifier: GPL-3.0-or-later
// Removes files from an archive that are no longer part of it. Only touches names that newsindex
// itself gives.
#pragma once

#include <filesystem>

#include "schema/archive/manifest.h"

namespace newsindex {

// Removes retired files that nobody reads any more, and the leftovers of killed runs: segment files
// and tables that no revision names, and unfinished files. The manifest is not published for this:
// a later run may find a file on the retired list that is already gone. REQUIRES: the archive's
// lock is held.
void remove_retired(const std::filesystem::path& archive, Manifest& manifest);

// Removes what was written but not published. If nothing was ever published, removes the whole
// archive except its lock file. REQUIRES: the archive's lock is held.
void discard_unpublished(const std::filesystem::path& archive) noexcept;

}  // namespace newsindex
