// SPDX-License-Identifier: GPL-3.0-or-later
// How notes on a query are written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/query_language/ast.h"

namespace newsindex {

// "1 article", "1,379 articles".
std::string articles_text(std::uint64_t count);

// The text when it is a query and short enough to be shown, else "": for suggestions.
std::string if_it_parses(const std::string& text);

// The query with another text in one place, where that is a query, else "".
std::string with_replaced(std::string_view query, Span place, std::string_view text);

// One space for several, none at the ends.
std::string without_double_spaces(std::string_view text);

}  // namespace newsindex
