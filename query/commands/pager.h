// SPDX-License-Identifier: GPL-3.0-or-later
// A program that shows long text on a terminal page by page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/environment.h"

namespace newsindex {

// The command of the pager, for the shell: $NEWSQUERY_PAGER, else $PAGER, else kPager. None where
// the one that is set is empty or "cat", or the terminal cannot move its cursor.
std::optional<std::string> pager_of(const Environment& environment);

// Ends at once where the text fits on the screen (-F), keeps colours (-R) and leaves the text on
// the screen (-X).
inline constexpr std::string_view kPager = "less -FRX";

// Shows a text and waits until the user has read it. False where the pager could not be started,
// and nothing was shown.
bool show_in_pager(const std::string& command, std::string_view text);

}  // namespace newsindex
