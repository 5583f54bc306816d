// SPDX-License-Identifier: GPL-3.0-or-later
// For failures that no exception can bring to whoever began the command. When no memory is to be
// had, an exception would have to pass through libraries that are not made for it, and some would
// go on with half of their answer. And Xapian 1.4.22 may throw in a destructor when a disk is full.
#pragma once

#include <exception>

#include "indexer/write/stop_request.h"

namespace newsindex {

// Leaves the process with a sentence: with code 71 when memory is refused, with that of the failure
// where one is thrown that nobody can catch. One for a process.
class LastResort {
 public:
  explicit LastResort(StopRequest& stop);
  ~LastResort();
  LastResort(const LastResort&) = delete;
  LastResort& operator=(const LastResort&) = delete;

 private:
  std::terminate_handler before_;
};

}  // namespace newsindex
