// SPDX-License-Identifier: GPL-3.0-or-later
// Query text to tokens. How a value is read depends on its field (an address may hold colons and
// parentheses, a name may be followed by >=85), so the lexer knows the field table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace newsindex {

struct QueryToken {
  enum class Kind {
    end,
    word,    // text: as written, with a final * if there is one
    phrase,  // text: what is between the quotes
    open,
    close,
    minus,   // directly before what it excludes
    either,  // OR, |
    both,    // AND, &&
    negate,  // NOT
    near,    // distance
    clause,  // text: the ClauseName's name; a value, group or another clause follows
    levels,  // levels: behind a name, a topic, or a group of them
  };
  Kind kind = Kind::end;
  std::string_view text;  // into the query, or a name that lives for ever
  Span span;
  std::size_t text_start = 0;  // where text stands in the query, for words and phrases
  unsigned distance = 0;
  bool whole = false;  // field:=
  Levels levels{};
};

inline constexpr unsigned kDefaultNearDistance = 10;
inline constexpr unsigned kMostNearDistance = 100;

// The tokens of a query; the last is `end`. Parentheses are balanced and hold something, clauses
// have a value, phrases and words have something to search for (words of nothing but punctuation
// are left out: pasted headlines contain them). Throws QueryError. The texts point into the query;
// in quotes behind := a quotation mark of the value stands twice, as in its token's text.
std::vector<QueryToken> tokens_of(std::string_view query, const QueryLimits& limits);

}  // namespace newsindex
