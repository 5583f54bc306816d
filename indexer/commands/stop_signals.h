// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C and the like end a run that writes in good order.
#pragma once

#include <array>

#include <signal.h>

namespace newsindex {

// While it lives, the first SIGINT, SIGTERM or SIGHUP is only noted, and waiting for input ends; a
// second one ends the process at once with code 130. A SIGHUP that was ignored before (nohup) stays
// ignored. One at a time.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // Whether a signal has come since this was made.
  bool has_come() const;

 private:
  std::array<struct sigaction, 3> before_{};
};

}  // namespace newsindex
