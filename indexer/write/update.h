// SPDX-License-Identifier: GPL-3.0-or-later
// One run: sources in, a new revision of the archive out. A run that is killed leaves the archive
// as it was.
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
  FindOptions find;      // with the roots that are declared now
  bool again = false;    // read sources that have not changed, too
  bool prune = false;    // take out the articles of sources that are gone
  bool dry_run = false;  // only count what prune would take out
  std::chrono::milliseconds publish_every{600'000};  // a step of a long run
  RunLimits run;
  std::chrono::sys_seconds now = utc_now();  // for what is usual of a source
  // Told of each source that is read or left alone and of each step that is published, a sentence.
  std::function<void(const std::string&)> on_note{};
};

// Throws Error: no_input when none of the sources exists, try_again when locked, cannot_create, io,
// config, internal. Rejected records are in the report.
RunReport update_archive(const UpdateRequest& request, const OnProgress& on_progress);

}  // namespace newsindex
