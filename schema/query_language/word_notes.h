// SPDX-License-Identifier: GPL-3.0-or-later
// Notes on words of a query that look like operators: or, and, not, +word.
#pragma once

#include <string_view>
#include <vector>

#include "schema/query_language/lexer.h"
#include "schema/query_language/parser.h"
#include "schema/query_language/proposal.h"

namespace newsindex {

// `tokens` are the tokens of `query`, which must be valid. `fault` checks suggestions.
std::vector<QueryNote> notes_on_words(const std::vector<QueryToken>& tokens, std::string_view query,
                                      const FirstFault& fault);

}  // namespace newsindex
