// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/retag.h"

#include <utility>

#include "indexer/enrich/analysis_digest.h"
#include "indexer/write/change_ledger.h"
#include "indexer/write/lock.h"
#include "indexer/write/publish.h"
#include "schema/archive/manifest.h"

namespace newsindex {
namespace {

// Runs even if no article changed: the archive may be older than the table of bearers.
void renew_bearers(const std::filesystem::path& archive, const RunLimits& limits) {
  const ArchiveLock lock(archive, limits.lock_timeout, limits.stop);
  Manifest manifest = read_manifest(archive);
  if (newsindex::renew_bearers(archive, manifest)) write_manifest(archive, manifest);
}

}  // namespace

RunReport retag_archive(const RetagRequest& request, const OnProgress& on_progress) {
  read_manifest(request.rewrite.archive);  // throws if there is no archive
  const Enricher enricher(request.enrich);
  const std::string analysis = analysis_digest(request.enrich);
  RunReport report = rewrite_articles(
      request.rewrite, [&](Article article) { return enricher.enrich(std::move(article)); },
      on_progress);
  renew_bearers(request.rewrite.archive, request.rewrite.run);
  if (!request.rewrite.days)
    change_ledger(request.rewrite.archive, request.rewrite.run,
                  [&](Ledger& ledger) { ledger.set_analysis(analysis); });
  return report;
}

}  // namespace newsindex
