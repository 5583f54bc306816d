// SPDX-License-Identifier: GPL-3.0-or-later
// Query text to a tree. The grammar is in `newsquery help query`.
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
  Day today{};  // what "today" and "last-7-days" count from
};

struct QueryLimits {
  std::size_t bytes = 16 * 1024;
  std::size_t words = 1024;
  std::size_t depth = 64;
};

// Another way to write a place of the query, and the words that present it in a sentence.
struct Proposal {
  Span span;  // what it replaces
  std::string text;
  std::string before = "; write ";
  std::string after = {};
};

// A query that is wrong: the sentence, the place, and the proposal in the sentence when there is
// one. Errors of parse_query propose only what parses where it stands.
class QueryError : public std::runtime_error {
 public:
  QueryError(const std::string& sentence, Span span) : std::runtime_error(sentence), span_(span) {}
  QueryError(const std::string& sentence, Span span, std::vector<Proposal> proposals)
      : std::runtime_error(sentence), span_(span), proposals_(std::move(proposals)) {}
  Span span() const noexcept { return span_; }
  // From the best on. Of what parse_query throws: the one in the sentence, or none.
  const std::vector<Proposal>& proposals() const noexcept { return proposals_; }

 private:
  Span span_;
  std::vector<Proposal> proposals_;
};

[[noreturn]] inline void fail(const std::string& sentence, Span span,
                              std::vector<Proposal> proposals = {}) {
  throw QueryError(sentence, span, std::move(proposals));
}

// What a query is told though it can be answered: it may mean something else than it seems to.
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
