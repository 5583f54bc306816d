// SPDX-License-Identifier: GPL-3.0-or-later
// Names and topics found anew in the articles of an archive, without their sources: with new lists,
// new rules or a new version of newsindex. What the sources said stays.
#pragma once

#include <filesystem>
#include <optional>

#include "indexer/enrich/enrich.h"
#include "indexer/write/progress.h"
#include "indexer/write/revision.h"
#include "indexer/write/run_report.h"
#include "schema/published.h"

namespace newsindex {

struct RetagRequest {
  std::filesystem::path archive;
  EnrichSettings enrich;
  std::optional<DayRange> days;  // only articles published on these days
  RunLimits run;
};

// Writes a new version of each article in which something changed; the others are left alone. A new
// version keeps its ingest sequence: nothing came in. The report counts articles read (records),
// changed (replaced) and unchanged. A run that is killed leaves the archive as it was. Throws Error
// as update_archive does, and no_input when there is no such archive.
RunReport retag_archive(const RetagRequest& request, const OnProgress& on_progress);

}  // namespace newsindex
