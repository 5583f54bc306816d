// SPDX-License-Identifier: GPL-3.0-or-later
// An archive of an older schema version becomes one of this version, out of its own stored
// articles; its sources are not needed.
#pragma once

#include "indexer/write/rewrite.h"

namespace newsindex {

// Writes all segments of an archive anew, of this schema version or an older one that can be read,
// and publishes them in one step; before it, readers have the archive as it was. Throws Error as
// rewrite_articles does, and Error(config) for a version that cannot be read.
RunReport rebuild_archive(const std::filesystem::path& archive, const RunLimits& limits,
                          const OnProgress& on_progress);

}  // namespace newsindex
