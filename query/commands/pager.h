// SPDX-License-Identifier: GPL-3.0-or-later
// A program that shows long text page by page on a terminal.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/environment.h"

namespace newsindex {

// The shell command of the pager: $NEWSQUERY_PAGER, else $PAGER, else kPager. Empty if that
// variable is empty or "cat", or if the terminal cannot move its cursor.
std::optional<std::string> pager_of(const Environment& environment);

// Exits at once if the text fits on the screen (-F), keeps colours (-R) and leaves the text on the
// screen (-X).
inline constexpr std::string_view kPager = "less -FRX";

// Shows a text and waits until the user leaves the pager. False if the pager could not be started;
// then nothing was shown.
bool show_in_pager(const std::string& command, std::string_view text);

}  // namespace newsindex
