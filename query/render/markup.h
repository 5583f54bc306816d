// SPDX-License-Identifier: GPL-3.0-or-later
// Writes text of articles as XML and HTML.
#pragma once

#include <string>
#include <string_view>

#include "query/answer/answer.h"

namespace newsindex {

// Escapes < > & and both quotation marks. Characters that XML 1.0 does not allow are removed or
// become spaces; bytes that are not UTF-8 become U+FFFD.
std::string escaped_markup(std::string_view text);

// A snippet with <mark> around the matched words, and "…" where it was cut.
std::string marked_up(const Snippet& snippet);

// Returns an address that is safe in a link: a web address, else "", so that a browser runs nothing
// that a record contains.
std::string harmless_link(std::string_view url);

// Encodes a text as part of an address: everything but letters, digits, '-', '.', '_' and '~' as
// %XX.
std::string percent_encoded(std::string_view text);

}  // namespace newsindex
