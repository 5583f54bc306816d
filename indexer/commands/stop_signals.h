// SPDX-License-Identifier: GPL-3.0-or-later
// Ends every command in an orderly way within a second of Ctrl-C or a similar signal.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "indexer/write/stop_request.h"

namespace newsindex {

// While it lives, the first SIGINT, SIGTERM or SIGHUP requests a stop and ends waiting for input.
// If the command has not ended 0.4 s later, the process exits in the middle of it with code 130,
// after the registered work is done and the message printed (see leave_process). A second signal
// ends the process at once. A SIGHUP that was ignored before (nohup) stays ignored. After the
// destructor, signals have no effect, because the command has ended. At most one per process.
class StopSignals {
 public:
  explicit StopSignals(StopRequest& stop);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

 private:
  void watch();

  StopRequest& stop_;
  std::atomic<bool> has_ended_ = false;
  std::thread watching_;  // none if no thread can be created: the command then ends at a check
};

}  // namespace newsindex
