// SPDX-License-Identifier: GPL-3.0-or-later
// A date in a query leaves out every article whose date is unknown: how many of those would match.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "schema/archive/archive.h"
#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace newsindex {

// The query with date:none in place of each date that it asks for; empty when it asks for none, or
// for undated articles already.
std::optional<Node> asking_for_undated(const Node& query);

// How many articles without a date match but for the dates in the query.
std::uint64_t count_undated(Archive& archive, const Node& query);

// The note on them, if there are any. `text` is the query.
std::optional<QueryNote> note_on_undated(Archive& archive, const Node& query,
                                         std::string_view text);

}  // namespace newsindex
