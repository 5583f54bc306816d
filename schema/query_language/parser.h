// SPDX-License-Identifier: GPL-3.0-or-later
// Parses query text into a tree. The grammar is in `newsquery help query`.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/query_language/ast.h"

namespace newsindex {

enum class Match { all, any };  // words side by side: all required, or any of them

struct ParseOptions {
  Match match = Match::all;
  Day today{};  // the day that "today" and "last-7-days" refer to
};

struct QueryLimits {
  std::size_t bytes = 16 * 1024;
  std::size_t words = 1024;
  std::size_t depth = 64;
};

// A replacement for a part of the query, and the words around it in the error sentence.
struct Proposal {
  Span span;  // the part that it replaces
  std::string text;
  std::string before = "; write ";
  std::string after = {};
};

// The error for a wrong query: a sentence, the place, and proposals. Errors of parse_query have at
// most one proposal, which is part of the sentence; with it, that place parses without an error.
class QueryError : public std::runtime_error {
 public:
  QueryError(const std::string& sentence, Span span) : std::runtime_error(sentence), span_(span) {}
  QueryError(const std::string& sentence, Span span, std::vector<Proposal> proposals)
      : std::runtime_error(sentence), span_(span), proposals_(std::move(proposals)) {}
  Span span() const noexcept { return span_; }
  // Best first. From parse_query: only the one in the sentence, or none.
  const std::vector<Proposal>& proposals() const noexcept { return proposals_; }

 private:
  Span span_;
  std::vector<Proposal> proposals_;
};

[[noreturn]] inline void fail(const std::string& sentence, Span span,
                              std::vector<Proposal> proposals = {}) {
  throw QueryError(sentence, span, std::move(proposals));
}

// A note on a valid query that may mean something else than it seems to.
struct QueryNote {
  std::string sentence;
  Span span;
  std::string suggestion;  // a whole query that parses, or empty
  friend bool operator==(const QueryNote&, const QueryNote&) = default;
};

// "did you mean OR? 'or' is searched as a word; write Biden OR Sanders"
std::string to_text(const QueryNote& note);

struct ParsedQuery {
  Node tree;
  std::vector<QueryNote> notes;
};

// Parses a query. An empty query is Kind::all. Throws QueryError.
ParsedQuery read_query(std::string_view query, const ParseOptions& options,
                       const QueryLimits& limits = {});

// The same without the notes.
Node parse_query(std::string_view query, const ParseOptions& options,
                 const QueryLimits& limits = {});

// The query, and a line of carets under the place: two lines, without a line end after the last.
// Control characters of the query are not printed.
std::string place_in_query(const QueryError& error, std::string_view query);

// The sentence (as `shown`), the query, and a line of carets under the place, for people (three
// lines, without a line end after the last):
//   unknown field 'topik' (did you mean 'topic'?)
//     topik:politics
//     ^^^^^
std::string describe(const QueryError& error, std::string_view query);

}  // namespace newsindex
