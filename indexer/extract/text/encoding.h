// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to text: UTF-8 whatever the encoding was, and text without what is not text.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// Valid UTF-8 of bytes in any encoding. First to last, it is decided by: a byte order mark; the
// bytes being valid UTF-8, or nearly so (single broken characters become U+FFFD); the encoding that
// the text declares (XML or HTML); the letters' statistics (ICU). Western text counts as
// windows-1252, of which ISO-8859-1 is a part. A byte order mark is taken off. `told`: the encoding
// that a server named, or empty; it counts behind the one that the text declares.
std::string to_utf8(std::string_view bytes, const std::string& told = {});

// The same text with line ends as "\n" and without control characters (but tabs), byte order marks
// and spaces at line ends. C1 controls are read as the windows-1252 characters that they stem from.
// Gives the same again for its own result.
std::string tidy(std::string text);

// Whether this is not text at all: many control characters, or many U+FFFD. REQUIRES: valid UTF-8.
bool looks_binary(std::string_view text);

}  // namespace newsindex
