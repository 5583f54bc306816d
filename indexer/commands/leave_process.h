// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the process in the middle of its command: from any thread, whatever the other threads do.
#pragma once

#include "indexer/write/stop_request.h"
#include "schema/error.h"

namespace newsindex {

// Runs the registered work (see ExitAction), prints the reason and what was published, and exits.
[[noreturn]] void leave_process(StopRequest& stop, ExitCode code, const char* reason);

}  // namespace newsindex
