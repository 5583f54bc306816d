// SPDX-License-Identifier: GPL-3.0-or-later
// Which archive a tool works on.
#pragma once

#include <filesystem>
#include <string>

#include "schema/environment.h"

namespace newsindex {

// Returns `named` (from the command line or a configuration file) when it is not empty, else
// $NEWSINDEX_ARCHIVE. Throws Error(usage) when neither names an archive.
std::filesystem::path resolve_archive(const std::string& named, const Environment& environment);

}  // namespace newsindex
