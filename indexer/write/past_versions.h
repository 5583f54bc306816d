// SPDX-License-Identifier: GPL-3.0-or-later
// The earlier versions of an article in the archive. They show whether a new article is a
// correction, and which fields it corrects.
#pragma once

#include <vector>

#include "indexer/write/known_articles.h"
#include "schema/article.h"

namespace newsindex {

inline constexpr std::size_t kMostPastVersions = 8;

// The past versions of an article that replaces `known`. If there are more than kMostPastVersions,
// the two oldest are joined.
std::vector<PastVersion> past_versions(const KnownArticle& known, const Article& now);

// True if the next version has the same content, and only the analysis (topics, entities) differs.
bool is_only_analysed_anew(const PastVersion& past);

}  // namespace newsindex
