// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that tell of newsindex itself: man, completions.
#pragma once

#include <optional>
#include <string>

#include "schema/command_line/command_line.h"

namespace newsindex {

// What they print; empty for every other command.
std::optional<std::string> about_newsindex(const CommandLine& line);

}  // namespace newsindex
