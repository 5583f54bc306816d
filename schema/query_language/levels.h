// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds behind names and topics: >=85, >85, <=40, <40, =100.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "schema/query_language/ast.h"

namespace newsindex {

// The length of the comparison sign at the front of text (1 or 2), or 0.
std::size_t comparison_size(std::string_view text);

// The position where a threshold seems to begin in a word that cannot have one ("flood>=5", "x<3").
// nullopt for a word that begins with < or > and a digit ("<3").
std::optional<std::size_t> find_threshold(std::string_view word);

// The levels that a sign and a number allow; `span` covers both. Throws QueryError when the number
// is not from 0 to 100, or when no level can match (>100, <0).
Levels parse_levels(std::string_view sign, std::string_view number, Span span);

}  // namespace newsindex
