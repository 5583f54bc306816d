// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that describe newsindex itself: config, man, completions.
#pragma once

#include <optional>
#include <string>

#include "schema/command_line/command_line.h"
#include "schema/environment.h"

namespace newsindex {

// The output of these commands; empty for every other command. Throws Error(config) for an error in
// a configuration file, and Error(usage).
std::optional<std::string> about_newsindex(const CommandLine& line, const Environment& environment);

}  // namespace newsindex
