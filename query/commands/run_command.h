// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the command of a command line.
#pragma once

#include "query/commands/surroundings.h"
#include "schema/command_line/command_line.h"
#include "schema/error.h"

namespace newsindex {

// Adds the settings of the environment and of configuration files, then runs the command. Throws
// what the command throws (see commands.h).
ExitCode run_command(CommandLine line, const Surroundings& around);

}  // namespace newsindex
