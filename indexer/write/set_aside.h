// SPDX-License-Identifier: GPL-3.0-or-later
// Sources that the user knows about: what is wrong with them is not to be reported again.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/write/revision.h"

namespace newsindex {

// Until they change. Throws Error: no_input when one of them has nothing to report (nothing is
// changed then), and what a run throws.
void set_aside(const std::filesystem::path& archive, const std::vector<std::string>& sources,
               const RunLimits& limits);

}  // namespace newsindex
