// SPDX-License-Identifier: GPL-3.0-or-later
// Text of articles within XML and HTML.
#pragma once

#include <string>
#include <string_view>

#include "query/answer/answer.h"

namespace newsindex {

// With references for < > & and both quotation marks; without the characters that XML 1.0 does not
// allow, and U+FFFD for bytes that are not UTF-8.
std::string escaped_markup(std::string_view text);

// A snippet with <mark> around what matched, and "…" where it was cut.
std::string marked_up(const Snippet& snippet);

// An address that may stand in a link: of the web, or none at all, so that nothing that a record
// carries is run by a browser.
std::string harmless_link(std::string_view url);

// As a part of an address: all but letters, digits, '-', '.', '_' and '~' as %XX.
std::string percent_encoded(std::string_view text);

}  // namespace newsindex
