// SPDX-License-Identifier: GPL-3.0-or-later
// Adds values that a user picked from facets to a query.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/query_language/parser.h"

namespace newsindex {

struct FieldValue {
  std::string field;  // a name in schema/fields that takes := (see clause_name.h)
  std::string value;
};

// The query narrowed to articles that have, for each field in `wanted`, at least one of its values,
// and none of the `unwanted` values: `(oil OR gas) (source:="CNN" OR source:="BBC")
// -section:="Sport"`. Throws QueryError when the query itself is wrong.
std::string with_filters(std::string_view query, const std::vector<FieldValue>& wanted,
                         const std::vector<FieldValue>& unwanted, const ParseOptions& options);

}  // namespace newsindex
