// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive had of an article before its present version: who asks for what is new since a
// moment is told whether it is a correction, and of what.
#pragma once

#include <vector>

#include "indexer/write/known_articles.h"
#include "schema/article.h"

namespace newsindex {

inline constexpr std::size_t kMostPastVersions = 8;

// Those of an article that takes the place of `known`. Of more than kMostPastVersions the oldest
// two become one.
std::vector<PastVersion> past_versions(const KnownArticle& known, const Article& now);

// Whether the version after it says the same, and only what was found out about it is another.
bool is_only_analysed_anew(const PastVersion& past);

}  // namespace newsindex
