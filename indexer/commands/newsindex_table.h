// SPDX-License-Identifier: GPL-3.0-or-later
// The commands and options of newsindex.
#pragma once

#include <span>

#include "schema/command_line/tool_table.h"

namespace newsindex {

const ToolTable& newsindex_table();

std::span<const CommandRow> newsindex_commands();

}  // namespace newsindex
