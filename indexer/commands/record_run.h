// SPDX-License-Identifier: GPL-3.0-or-later
// Records every run that writes, however it ends: in the archive's journal and, with --metrics, as
// metrics.
#pragma once

#include <functional>

#include "indexer/commands/commands.h"

namespace newsindex {

// Runs a command. If it writes into an archive, records how it ended, with what the command stored
// in Streams::run. If the journal cannot be written, an error is printed, but the run does not
// fail. Throws what the command throws, and Error if the file of --metrics cannot be written.
ExitCode record_run(const Flags& flags, const Environment& environment, const Streams& streams,
                    const std::function<ExitCode(const Streams&)>& command);

}  // namespace newsindex
