// SPDX-License-Identifier: GPL-3.0-or-later
// Splits query text into tokens. How a value is read depends on its field (an address may contain
// colons and parentheses, a name may be followed by >=85), so the lexer uses the field table.
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
    minus,   // directly before the word or group that it excludes
    either,  // OR, |
    both,    // AND, &&
    negate,  // NOT
    near,    // distance
    clause,  // text: ClauseName::name; a value, group or another clause follows
    levels,  // levels: behind a name, a topic, or a group of them
  };
  Kind kind = Kind::end;
  std::string_view text;  // points into the query, or to a static name
  Span span;
  std::size_t text_start = 0;  // position of text in the query, for words and phrases
  unsigned distance = 0;
  bool whole = false;  // field:=
  Levels levels{};
};

inline constexpr unsigned kDefaultNearDistance = 10;
inline constexpr unsigned kMostNearDistance = 100;

// The tokens of a query; the last is `end`. The lexer guarantees that parentheses are balanced and
// not empty, clauses have a value, and phrases and words can be searched for. Words of only
// punctuation are left out, because pasted headlines contain them. Throws QueryError. The texts
// point into the query, so a quotation mark in a quoted value behind := is still doubled.
std::vector<QueryToken> tokens_of(std::string_view query, const QueryLimits& limits);

}  // namespace newsindex
