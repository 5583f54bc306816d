// SPDX-License-Identifier: GPL-3.0-or-later
// Decodes the character references of SGML, XML and HTML: &amp; &eacute; &#233; &#xE9;
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsindex {

// Decodes the reference that `text` begins with: appends its character to `out` and returns the
// length of the reference in bytes. Control characters other than tab and line end are dropped. If
// the reference is unknown, appends only the `&` and returns 1. A number that is not a character
// becomes U+FFFD. REQUIRES: text begins with `&`.
std::size_t read_reference(std::string_view text, std::string& out);

// Replaces NUL, and references to characters that do not exist ("&#0;", "&#xD800;"), with U+FFFD:
// XML parsers cannot handle them.
std::string with_characters_only(std::string text);

// The text with its references decoded, once.
std::string decoded_references(std::string_view text);

// Appends text without control characters other than tab and line end.
void append_printable(std::string_view text, std::string& out);

}  // namespace newsindex
