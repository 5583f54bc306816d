// SPDX-License-Identifier: GPL-3.0-or-later
// Tab completion in shells for a tool's commands, options and values.
#pragma once

#include <string>

#include "schema/command_line/tool_table.h"

namespace newsindex {

// The names of shells that completions() knows.
inline constexpr std::string_view kShells = "bash zsh fish";

// The completion script for a shell. If the tool has a command `complete`, the script calls it for
// values of fields: `source:nor`.
std::string completions(const ToolTable& tool, std::string_view shell);

}  // namespace newsindex
