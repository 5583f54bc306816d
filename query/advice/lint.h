// SPDX-License-Identifier: GPL-3.0-or-later
// Finds all problems of queries before they are used.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/saved/synonyms.h"
#include "schema/archive/archive.h"
#include "schema/query_language/parser.h"

namespace newsindex {

struct QueryProblem {
  enum class Kind {
    error,    // the query cannot be run: its first mistake, or a clause that the archive refuses
    nothing,  // a clause that no article matches
    note,     // it may mean something other than intended
  };
  Kind kind = Kind::error;
  std::size_t line = 1;  // line in the text
  Span span;             // place in the text
  std::string sentence;
  std::string suggestion{};  // a query or a clause that parses, or empty
  friend bool operator==(const QueryProblem&, const QueryProblem&) = default;
};

// How queries are parsed and looked up.
struct LintOptions {
  ParseOptions parsing;
  Synonyms synonyms{};     // if only a synonym is found, its clause counts as found
  std::string language{};  // as in QueryChoice
};

// Returns all problems of a text with one query per line, in order; empty lines are skipped. If a
// query does not parse, only its first mistake is known.
std::vector<QueryProblem> lint(Archive& archive, std::string_view text, const LintOptions& options);

}  // namespace newsindex
