// SPDX-License-Identifier: GPL-3.0-or-later
// Where the answer of a command goes: to a file, to a pager or to `around.out`.
#pragma once

#include "query/commands/commands.h"

namespace newsindex {

// Runs a command with its answer going where its command line and the terminal say. The file of
// --output has the whole answer or is as it was. Text for people on a terminal goes through a
// pager; what is to be told besides it follows when the pager is left. Throws what the command
// throws, and Error(cannot_create) and Error(io) for the file.
ExitCode deliver(RunCommand& run, const CommandLine& line, const Surroundings& around);

}  // namespace newsindex
