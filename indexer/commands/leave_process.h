// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a process in the middle of its command: from any thread, whatever the others are at.
#pragma once

#include "indexer/write/stop_request.h"
#include "schema/error.h"

namespace newsindex {

// Does what is to be done (see AtLeaving), says the reason and what was published, and exits.
[[noreturn]] void leave_process(StopRequest& stop, ExitCode code, const char* reason);

}  // namespace newsindex
