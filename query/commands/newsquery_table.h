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

// What `newsquery help SUBJECT` prints where the subject is no command.
std::optional<std::string> newsquery_subject(const std::string& subject);

}  // namespace newsindex
