// SPDX-License-Identifier: GPL-3.0-or-later
// The commands and options of newsquery.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "schema/command_line/tool_table.h"

namespace newsindex {

const ToolTable& newsquery_table();

std::span<const CommandRow> newsquery_commands();

// The output of `newsquery help SUBJECT` for a SUBJECT that is not a command.
std::optional<std::string> newsquery_subject(const std::string& subject);

}  // namespace newsindex
