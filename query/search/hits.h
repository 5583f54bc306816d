// SPDX-License-Identifier: GPL-3.0-or-later
// From matches to the hits of an answer.
#pragma once

#include <cstdint>
#include <vector>

#include "query/search/collection.h"
#include "query/search/results.h"
#include "schema/query_language/ast.h"

namespace newsindex {

// A match with what was asked of it; its texts are not marked yet.
Hit make_hit(const Found& found, const Collection& collection, HitDetail detail, bool explain);

// Gives each hit its title and a snippet of about so many characters, with what matched marked.
void show_text(std::vector<Hit>& hits, const Node& query, std::size_t snippet_length);

// How many other copies of its story match. `counts` are by story.
std::uint64_t copies_of(std::uint64_t story, const std::vector<StoryCount>& counts);

}  // namespace newsindex
