// SPDX-License-Identifier: GPL-3.0-or-later
// Sends the answer of a command to a file, to a pager or to `around.out`.
#pragma once

#include "query/commands/commands.h"

namespace newsindex {

// Runs a command and sends its answer where the command line and the terminal say. The file of
// --output gets the whole answer or stays as it was. Text for people on a terminal goes through a
// pager; messages are printed after the pager was left. Throws what the command throws, and
// Error(cannot_create) and Error(io) for the file.
ExitCode deliver(RunCommand& run, const CommandLine& line, const Surroundings& around);

}  // namespace newsindex
