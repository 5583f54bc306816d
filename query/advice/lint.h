// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is wrong with queries, before they are run every night.
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
    error,    // the query cannot be run: its first fault, or a clause that the archive refuses
    nothing,  // a clause that no article matches
    note,     // it may mean something else than it seems to
  };
  Kind kind = Kind::error;
  std::size_t line = 1;  // of the text
  Span span;             // in the text
  std::string sentence;
  std::string suggestion{};  // a query or a clause that parses, or empty
  friend bool operator==(const QueryProblem&, const QueryProblem&) = default;
};

// How queries are read.
struct LintOptions {
  ParseOptions parsing;
  Synonyms synonyms{};     // a clause of which only a synonym is found is found
  std::string language{};  // as of QueryChoice
};

// All problems of a text with a query in each line, in their order; empty lines are none. Of a
// query that does not parse only the first fault can be told.
std::vector<QueryProblem> lint(Archive& archive, std::string_view text, const LintOptions& options);

}  // namespace newsindex
