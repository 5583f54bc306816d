// SPDX-License-Identifier: GPL-3.0-or-later
// Makes text of articles safe for a terminal: no control characters get through.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// Replaces each control character by a space, and each byte that is not UTF-8 by U+FFFD.
std::string on_one_line(std::string_view text);

// The same, but keeps line ends and tabs.
std::string in_paragraphs(std::string_view text);

}  // namespace newsindex
