// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that -h and --help print, made from the tables of a tool.
#pragma once

#include <string>

#include "schema/command_line/tool_table.h"

namespace newsindex {

// The purpose of the tool, its commands and exit codes.
std::string overview(const ToolTable& tool);

// Help on a command, on one screen: usage, and a line for each option.
std::string short_help(const ToolTable& tool, const CommandRow& command);

// Full help on a command: also defaults, choices, other places where an option can be set, and
// examples.
std::string full_help(const ToolTable& tool, const CommandRow& command);

std::string usage(const ToolTable& tool, const CommandRow& command);

// "-n, --limit N".
std::string forms_of(const OptionRow& option);

// Choices, default and other places to set an option: "one of text, json; default text; also in the
// configuration file".
std::string details_of(const OptionRow& option);

}  // namespace newsindex
