// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the files of a run of `update`, named relative to the roots that the archive knows.
#pragma once

#include <vector>

#include "indexer/sources/find_files.h"
#include "indexer/sources/ledger.h"
#include "indexer/write/update.h"

namespace newsindex {

struct RunSources {
  std::vector<SourceRoot> roots;  // the roots used for the names
  FoundFiles found;
  std::vector<Reject> missing;  // sources that do not exist or cannot be read
};

// Called before the archive is locked, so that missing sources are reported at once.
RunSources find_sources(const UpdateRequest& request, const OnProgress& on_progress);

// Called once the archive is locked: if another run has declared roots meanwhile, the files are
// found and named again.
void find_again(RunSources& sources, const UpdateRequest& request, const Ledger& ledger,
                const OnProgress& on_progress);

}  // namespace newsindex
