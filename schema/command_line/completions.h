// SPDX-License-Identifier: GPL-3.0-or-later
// What a shell offers behind a tool's name when the tab key is pressed.
#pragma once

#include <string>

#include "schema/command_line/tool_table.h"

namespace newsindex {

// The names of shells that completions() knows.
inline constexpr std::string_view kShells = "bash zsh fish";

// A script for a shell. Where the tool has a command `complete`, it is asked for the values of
// fields: `source:nor`.
std::string completions(const ToolTable& tool, std::string_view shell);

}  // namespace newsindex
