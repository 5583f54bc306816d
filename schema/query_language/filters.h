// SPDX-License-Identifier: GPL-3.0-or-later
// Values picked from facets, as part of a query.
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

// The query that also asks for the values: one of those of each field in `wanted`, none of
// `unwanted`: `(oil OR gas) (source:="CNN" OR source:="BBC") -section:="Sport"`. Throws QueryError
// when the query alone is wrong.
std::string with_filters(std::string_view query, const std::vector<FieldValue>& wanted,
                         const std::vector<FieldValue>& unwanted, const ParseOptions& options);

}  // namespace newsindex
