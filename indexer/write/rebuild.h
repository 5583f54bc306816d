// SPDX-License-Identifier: GPL-3.0-or-later
// Converts an archive of an older schema version to the current one, from its own stored articles;
// the sources are not needed.
#pragma once

#include "indexer/write/rewrite.h"

namespace newsindex {

// Rewrites all segments of an archive of this schema version or a readable older one, and publishes
// them in one step; until then, readers see the old state. Throws Error as rewrite_articles does,
// and Error(config) for a version that cannot be read.
RunReport rebuild_archive(const std::filesystem::path& archive, const RunLimits& limits,
                          const OnProgress& on_progress);

}  // namespace newsindex
