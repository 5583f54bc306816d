// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/leave_process.h"

#include <string_view>

#include <unistd.h>

#include "indexer/commands/messages.h"
#include "schema/shown.h"

namespace newsindex {

void leave_process(StopRequest& stop, ExitCode code, const char* reason) {
  const auto held = stop.run_exit_actions(code, reason);
  constexpr std::string_view kClearLine = "\r\x1b[K";  // clears a progress bar
  write_last_words(shown(stop.sentence(reason)), kClearLine);
  ::_exit(static_cast<int>(code));
}

}  // namespace newsindex
