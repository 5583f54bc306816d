// SPDX-License-Identifier: GPL-3.0-or-later
// Removes from an archive what belongs to it no more. Only names that newsindex gives are touched.
#pragma once

#include <filesystem>

#include "schema/archive/manifest.h"

namespace newsindex {

// Removes retired files that nobody reads any more, and what killed runs left: files of segments
// and tables that no revision names, and what they were writing beside them. The manifest is not
// published for that: what is missing from a retired list that is read later is simply gone.
// REQUIRES: the archive's lock is held.
void remove_retired(const std::filesystem::path& archive, Manifest& manifest);

// Removes what was written and not published; an archive of which nothing was ever published goes
// as a whole, but for its lock. REQUIRES: as above.
void discard_unpublished(const std::filesystem::path& archive) noexcept;

}  // namespace newsindex
