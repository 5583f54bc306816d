// SPDX-License-Identifier: GPL-3.0-or-later
// A date in a query excludes all articles with an unknown date. Counts those that would match
// otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "schema/archive/archive.h"
#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace newsindex {

// The query with date:none instead of each date that it requires. Empty if it requires none, or
// already asks for undated articles.
std::optional<Node> asking_for_undated(const Node& query);

// The number of undated articles that match the query apart from its dates.
std::uint64_t count_undated(Archive& archive, const Node& query);

// A note on these articles, if there are any. `text` is the query.
std::optional<QueryNote> note_on_undated(Archive& archive, const Node& query,
                                         std::string_view text);

}  // namespace newsindex
