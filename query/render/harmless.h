// SPDX-License-Identifier: GPL-3.0-or-later
// Text of articles for a terminal: control characters in it must not reach one.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// With a space for each control character, and U+FFFD for each byte that is not UTF-8.
std::string on_one_line(std::string_view text);

// The same, but line ends and tabs stay.
std::string in_paragraphs(std::string_view text);

}  // namespace newsindex
