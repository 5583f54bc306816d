// SPDX-License-Identifier: GPL-3.0-or-later
// What -h and --help print, made of the tables of a tool.
#pragma once

#include <string>

#include "schema/command_line/tool_table.h"

namespace newsindex {

// What the tool is for, its commands, exit codes.
std::string overview(const ToolTable& tool);

// On one screen: usage, and a line for each option.
std::string short_help(const ToolTable& tool, const CommandRow& command);

// With what holds without an option, its choices, where else it can be set, and examples.
std::string full_help(const ToolTable& tool, const CommandRow& command);

std::string usage(const ToolTable& tool, const CommandRow& command);

// "-n, --limit N".
std::string forms_of(const OptionRow& option);

// "one of text, json; default text; also in the configuration file".
std::string details_of(const OptionRow& option);

}  // namespace newsindex
