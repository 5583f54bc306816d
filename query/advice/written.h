// SPDX-License-Identifier: GPL-3.0-or-later
// Helpers for writing notes on a query.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/query_language/ast.h"

namespace newsindex {

// "1 article", "1,379 articles".
std::string articles_text(std::uint64_t count);

// Returns the text if it is a valid query and short enough to be shown, else "". For suggestions.
std::string if_it_parses(const std::string& text);

// The query with the text at one place replaced, if that is a valid query, else "".
std::string with_replaced(std::string_view query, Span place, std::string_view text);

// Replaces several spaces by one and removes spaces at both ends.
std::string without_double_spaces(std::string_view text);

}  // namespace newsindex
