// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the entities and topics in the articles of an archive again, without their sources: with
// new lists, new rules or a new version of newsindex. What the sources stated is kept.
#pragma once

#include "indexer/enrich/enrich.h"
#include "indexer/write/rewrite.h"

namespace newsindex {

struct RetagRequest {
  RewriteRequest rewrite;
  EnrichSettings enrich;
};

// See rewrite_articles.
RunReport retag_archive(const RetagRequest& request, const OnProgress& on_progress);

}  // namespace newsindex
