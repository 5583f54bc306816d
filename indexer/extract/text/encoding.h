// SPDX-License-Identifier: GPL-3.0-or-later
// Converts bytes to text: to UTF-8 from any encoding, and without anything that is not text.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// Converts bytes in any encoding to valid UTF-8. What decides the encoding, in this order: a byte
// order mark; whether the bytes are valid or nearly valid UTF-8 (single broken characters become
// U+FFFD); the encoding that the text declares (XML or HTML); `told`, the encoding that a server
// named, or empty; the statistics of letters (ICU). Western text counts as windows-1252, which
// includes ISO-8859-1. A byte order mark is removed.
std::string to_utf8(std::string_view bytes, const std::string& told = {});

// Returns the text with "\n" as line ends and without control characters (except tabs), byte order
// marks and spaces at line ends. C1 controls become the windows-1252 characters that they come
// from. Applied to its own result, it changes nothing.
std::string tidy(std::string text);

// True if this is not text at all: many control characters, or many U+FFFD. REQUIRES: valid UTF-8.
bool looks_binary(std::string_view text);

}  // namespace newsindex
