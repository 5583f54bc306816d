// SPDX-License-Identifier: GPL-3.0-or-later
// Character references of SGML, XML and HTML: &amp; &eacute; &#233; &#xE9;
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsindex {

// Reads the reference that `text` begins with, appends its character and gives its length in bytes.
// Control characters but tab and line end are dropped. What is not a known reference is
// appended as it stands: the `&` alone. A number that no character has is U+FFFD. REQUIRES: text
// begins with `&`.
std::size_t read_reference(std::string_view text, std::string& out);

// The same text with U+FFFD for NUL and for references to characters that there are not ("&#0;",
// "&#xD800;"), which parsers of XML do not know what to do with.
std::string with_characters_only(std::string text);

// Text with its references read, once.
std::string unreferenced(std::string_view text);

// Appends text without its control characters but tab and line end.
void append_printable(std::string_view text, std::string& out);

}  // namespace newsindex
