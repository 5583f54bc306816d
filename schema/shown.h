// SPDX-License-Identifier: GPL-3.0-or-later
// Makes foreign text (paths, ids, names, reasons) safe for messages: on one line, and harmless on a
// terminal.
#pragma once

#include <string>
#include <string_view>

#include "schema/error.h"

namespace newsindex {

// True for the control characters of ASCII and Latin 1 (among them ESC and its one-character forms,
// U+0080 to U+009F).
bool is_control(char32_t character);

// The text with control characters as \n, \r, \t, \x1b or \u009b, line and paragraph separators as
// \u2028 and \u2029, and bytes that are not UTF-8 as \xff. Backslashes stay as they are: the result
// is for people, and nothing decodes it.
std::string shown(std::string_view text);

// An error as it is printed: its sentence made safe, then the lines below it unchanged.
std::string shown(const Error& error);

}  // namespace newsindex
