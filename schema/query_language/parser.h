// SPDX-License-Identifier: GPL-3.0-or-later
// Query text to a tree. The grammar is in `newsquery help query`.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "schema/query_language/ast.h"

namespace newsindex {

enum class Match { all, any };  // words side by side: all required, or any of them

struct ParseOptions {
  Match match = Match::all;
  Day today{};  // what "today" and "last-7-days" count from
};

struct QueryLimits {
  std::size_t bytes = 16 * 1024;
  std::size_t words = 1024;
  std::size_t depth = 64;
};

// A query that is wrong: the sentence, the place, and a suggestion in the sentence when there is
// one.
class QueryError : public std::runtime_error {
 public:
  QueryError(const std::string& sentence, Span span) : std::runtime_error(sentence), span_(span) {}
  Span span() const noexcept { return span_; }

 private:
  Span span_;
};

// Parses a query. An empty query is Kind::all. Throws QueryError.
Node parse_query(std::string_view query, const ParseOptions& options,
                 const QueryLimits& limits = {});

// The query, and a caret line under the place: two lines, no line end. No control character of the
// query is in them.
std::string place_in_query(const QueryError& error, std::string_view query);

// The sentence (as `shown`), the query, and a caret line under the place, for people (three lines,
// no line end):
//   unknown field 'topik' (did you mean 'topic'?)
//     topik:politics
//     ^^^^^
std::string describe(const QueryError& error, std::string_view query);

}  // namespace newsindex
