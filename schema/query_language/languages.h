// SPDX-License-Identifier: GPL-3.0-or-later
// The languages that lang: accepts.
#pragma once

#include <string>
#include <string_view>

#include "schema/query_language/ast.h"

namespace newsindex {

// The ISO 639-1 code for the value of lang: EN, en-US, English, german, Deutsch. Throws QueryError
// at `span` when there is no such language.
std::string language_of_clause(std::string_view written, Span span);

// True when a value of lang:= needs no translation: a code in lower case, as archives store it.
bool is_language_as_stored(std::string_view written);

}  // namespace newsindex
