// SPDX-License-Identifier: GPL-3.0-or-later
// A run that writes is remembered, however it ends: in the journal of the archive and, where asked
// for, as metrics.
#pragma once

#include <functional>

#include "indexer/commands/commands.h"

namespace newsindex {

// Runs a command. If it writes into an archive, its end is noted; what the command itself puts into
// Streams::run is added. A journal that cannot be written is no failure of the run: it is told.
// Throws what the command throws, and Error when the file of --metrics cannot be written.
ExitCode record_run(const Flags& flags, const Environment& environment, const Streams& streams,
                    const std::function<ExitCode(const Streams&)>& command);

}  // namespace newsindex
