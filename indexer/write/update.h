// SPDX-License-Identifier: GPL-3.0-or-later
// One run of `update`: reads sources and publishes a new revision of the archive. A killed run
// leaves the archive as it was last published.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/enrich/enrich.h"
#include "indexer/extract/understand.h"
#include "indexer/readers/reader.h"
#include "indexer/sources/find_files.h"
#include "indexer/write/progress.h"
#include "indexer/write/revision.h"
#include "indexer/write/run_report.h"
#include "schema/utc_time.h"

namespace newsindex {

struct UpdateRequest {
  std::filesystem::path archive;
  std::vector<std::string> sources;
  UnderstandOptions understand;
  EnrichSettings enrich;
  ReadLimits limits;
  FindOptions find;      // including the roots declared in this run
  bool again = false;    // also read sources that have not changed
  bool prune = false;    // take out the articles of sources that are gone
  bool dry_run = false;  // only count what prune would take out
  std::chrono::milliseconds publish_every{600'000};  // how often a long run publishes
  RunLimits run;
  std::chrono::sys_seconds now = utc_now();  // for the activity of sources
  // Called with a sentence for each source that is read or skipped, and for each published
  // revision.
  std::function<void(const std::string&)> on_note{};
};

// Throws Error: no_input if none of the sources exists, try_again if the archive is locked,
// cannot_create, io, config, internal. Rejected records are in the report.
RunReport update_archive(const UpdateRequest& request, const OnProgress& on_progress);

}  // namespace newsindex
