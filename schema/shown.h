// SPDX-License-Identifier: GPL-3.0-or-later
// Text of others (paths, ids, names, reasons) in messages: on one line, and harmless on a terminal.
#pragma once

#include <string>
#include <string_view>

#include "schema/error.h"

namespace newsindex {

// The control characters of ASCII and Latin 1 (ESC and its one-character forms among them).
bool is_control(char32_t character);

// With control characters as \n, \r, \t, \x1b or \u009b, line and paragraph separators as \u2028
// and \u2029, and bytes that are not UTF-8 as \xff. Backslashes stay as they are: this is to be
// read by people, and nothing turns it back.
std::string shown(std::string_view text);

// An error as it is printed: its sentence, and the lines below it as they are.
std::string shown(const Error& error);

}  // namespace newsindex
