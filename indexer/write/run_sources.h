// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a run of `update`, named by the roots that the archive knows.
#pragma once

#include <vector>

#include "indexer/sources/find_files.h"
#include "indexer/sources/ledger.h"
#include "indexer/write/update.h"

namespace newsindex {

struct RunSources {
  std::vector<SourceRoot> roots;  // by which the files are named
  FoundFiles found;
  std::vector<Reject> missing;  // sources that do not exist or cannot be read
};

// Before the archive is locked, so that what is missing is told at once.
RunSources find_sources(const UpdateRequest& request, const OnProgress& on_progress);

// Once it is locked: another run may have declared roots until then, which name the files anew.
void find_again(RunSources& sources, const UpdateRequest& request, const Ledger& ledger,
                const OnProgress& on_progress);

}  // namespace newsindex
