// SPDX-License-Identifier: GPL-3.0-or-later
// The names before the colon of a clause: the fields of schema/fields, their aliases, and after,
// before and exact, which are not fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/query_language/ast.h"

namespace newsindex {

// How the value of a clause is read.
enum class Reading {
  words,    // words and phrases
  literal,  // up to the next blank: an id or an address
  labels,   // a name, perhaps with a threshold
  dates,
};

struct ClauseName {
  std::string_view name;  // a name in schema/fields, or one of the three below
  Reading reading;
  bool has_whole_values;  // field:=value works
};

inline constexpr std::string_view kAfter = "after";
inline constexpr std::string_view kBefore = "before";
inline constexpr std::string_view kExact = "exact";

// The clause name with this spelling, or nullopt. Letter case does not count.
std::optional<ClauseName> find_clause_name(std::string_view written);

// Throws a QueryError about an unknown name before a colon. `word` is the whole word
// ("topik:politics"); `start` is its position in the query. The error proposes the nearest name, or
// quotes to search for the word.
[[noreturn]] void refuse_clause_name(std::string_view written, std::string_view word,
                                     std::size_t start);

// Throws a QueryError about field:=value for a field that has no whole values.
[[noreturn]] void refuse_whole_value(const ClauseName& name, Span span);

}  // namespace newsindex
