// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/leave_process.h"

#include <string>
#include <string_view>

#include <unistd.h>

namespace newsindex {

void leave_process(StopRequest& stop, ExitCode code, const char* reason) {
  const auto held = stop.leave(code, reason);
  constexpr std::string_view kClearLine = "\r\x1b[K";  // a progress bar may stand there
  std::string text(::isatty(STDERR_FILENO) == 1 ? kClearLine : "");
  text.append("newsindex: ").append(stop.sentence(reason)).append("\n");
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
  ::_exit(static_cast<int>(code));
}

}  // namespace newsindex
