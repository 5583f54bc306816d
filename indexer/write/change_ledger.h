// SPDX-License-Identifier: GPL-3.0-or-later
// Changes to the ledger alone, without a new revision.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/sources/ledger.h"
#include "indexer/write/revision.h"

namespace newsindex {

// Calls `change` under the archive's lock. Throws what a run throws; if `change` throws, nothing is
// changed.
void change_ledger(const std::filesystem::path& archive, const RunLimits& limits,
                   const std::function<void(Ledger&)>& change);

// Stops reporting problems of these sources until they change. Throws Error(no_input) if one of
// them has nothing to report.
void set_aside(const std::filesystem::path& archive, const std::vector<std::string>& sources,
               const RunLimits& limits);

}  // namespace newsindex
