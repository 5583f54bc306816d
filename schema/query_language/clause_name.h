// SPDX-License-Identifier: GPL-3.0-or-later
// What can stand before the colon of a clause: the fields of schema/fields and their other names,
// and after, before, exact, which are no fields.
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

// Letter case does not count.
std::optional<ClauseName> find_clause_name(std::string_view written);

// Throws a QueryError that says what to do about a word with a colon behind a name that is none.
// `word` is the whole of it ("topik:politics").
[[noreturn]] void refuse_clause_name(std::string_view written, std::string_view word,
                                     std::size_t start);

// Throws a QueryError about field:=value where the field has no whole values.
[[noreturn]] void refuse_whole_value(const ClauseName& name, Span span);

}  // namespace newsindex
