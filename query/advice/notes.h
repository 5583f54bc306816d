// SPDX-License-Identifier: GPL-3.0-or-later
// Notes for the user on a query, besides its answer: where it may mean something other than
// intended, and where it asks for something that the archive does not have.
#pragma once

#include <cstdint>
#include <vector>

#include "query/search/requests.h"
#include "schema/archive/archive.h"
#include "schema/query_language/parser.h"

namespace newsindex {

// `total` is the number of matching articles. The spans point into request.query_text.
std::vector<QueryNote> notes_on(Archive& archive, const QueryChoice& request, std::uint64_t total);

// For an entity that no article has: names that may have been meant.
std::vector<QueryNote> notes_on_name(Archive& archive, const QueryChoice& request,
                                     std::uint64_t total);

}  // namespace newsindex
