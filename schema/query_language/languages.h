// SPDX-License-Identifier: GPL-3.0-or-later
// The languages that lang: takes.
#pragma once

#include <string>
#include <string_view>

#include "schema/query_language/ast.h"

namespace newsindex {

// The ISO 639-1 code of what stands behind lang: EN, en-US, English, german, Deutsch. Throws
// QueryError at `span` when no language is called so.
std::string language_of_clause(std::string_view written, Span span);

// True when behind lang:= it stands for itself: a code in small letters, as archives have them.
bool is_language_as_stored(std::string_view written);

}  // namespace newsindex
