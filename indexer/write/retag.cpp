// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/retag.h"

#include <utility>

#include "schema/archive/manifest.h"

namespace newsindex {

RunReport retag_archive(const RetagRequest& request, const OnProgress& on_progress) {
  read_manifest(request.rewrite.archive);  // an archive that is not there is told first
  const Enricher enricher(request.enrich);
  return rewrite_articles(
      request.rewrite, [&](Article article) { return enricher.enrich(std::move(article)); },
      on_progress);
}

}  // namespace newsindex
