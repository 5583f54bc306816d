// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the encoding of a text that has no byte order mark.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// Returns the encoding of bytes that are not valid UTF-8, as a name for a Decoder. See to_utf8.
// `told`: the encoding that a server named, or empty.
std::string charset_of(std::string_view bytes, const std::string& told = {});

// True for ISO-2022-JP: Japanese in seven-bit bytes between escape sequences, which is also valid
// UTF-8.
bool is_escaped_japanese(std::string_view bytes);

}  // namespace newsindex
