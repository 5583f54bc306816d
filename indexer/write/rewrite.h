// SPDX-License-Identifier: GPL-3.0-or-later
// The articles of an archive changed in place, without their sources.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "indexer/write/progress.h"
#include "indexer/write/revision.h"
#include "indexer/write/run_report.h"
#include "schema/published.h"

namespace newsindex {

struct RewriteRequest {
  std::filesystem::path archive;
  std::optional<DayRange> days;  // only articles published on these days
  RunLimits run;
};

// Gives the new version of an article. Called on many threads at once.
using Change = std::function<Article(Article)>;

// Writes a new version of each article in which something changed; the others are left alone. A new
// version keeps its ingest sequence: nothing came in. The report counts articles read (records),
// changed (replaced) and unchanged. A run that is killed leaves the archive as it was. Throws Error
// as update_archive does, and no_input when there is no such archive.
RunReport rewrite_articles(const RewriteRequest& request, const Change& change,
                           const OnProgress& on_progress);

}  // namespace newsindex
