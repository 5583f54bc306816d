// SPDX-License-Identifier: GPL-3.0-or-later
// Runs what a command line asks for.
#pragma once

#include "query/commands/surroundings.h"
#include "schema/command_line/command_line.h"
#include "schema/error.h"

namespace newsindex {

// Adds what is set in the environment and in configuration files, and runs the command. Throws what
// the command throws (see commands.h).
ExitCode run_command(CommandLine line, const Surroundings& around);

}  // namespace newsindex
