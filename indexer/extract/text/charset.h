// SPDX-License-Identifier: GPL-3.0-or-later
// Which encoding a text is in that has no byte order mark.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// The name, for a Decoder, of the encoding of bytes that are not valid UTF-8. See to_utf8.
// `told`: what a server said of them, or empty.
std::string charset_of(std::string_view bytes, const std::string& told = {});

// ISO-2022-JP: Japanese in seven-bit bytes between escape sequences, valid UTF-8 to the eye.
bool is_escaped_japanese(std::string_view bytes);

}  // namespace newsindex
