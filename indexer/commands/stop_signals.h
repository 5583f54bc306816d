// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C and the like end every command in good order, within a second.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "indexer/write/stop_request.h"

namespace newsindex {

// From its beginning the first SIGINT, SIGTERM or SIGHUP asks for the end, and waiting for input
// ends. A command that has not ended 0.4 s later is left in the middle: what is to be done
// then is done (see leave_process), its sentence is written, and the process ends with code
// 130. A second signal ends it at once. A SIGHUP that was ignored before (nohup) stays ignored. In
// its destructor the command has ended, and signals change nothing any more. One for a process.
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
  std::thread watching_;  // none where no thread can be had: then the command ends when it asks
};

}  // namespace newsindex
