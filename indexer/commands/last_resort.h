// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the process on failures that no exception can report to the caller. When memory runs out, an
// exception would pass through libraries that are not made for it, and some would go on with an
// incomplete result. Also, Xapian 1.4.22 may throw in a destructor when a disk is full.
#pragma once

#include <exception>

#include "indexer/write/stop_request.h"

namespace newsindex {

// While it lives, exits with a message: with code 71 if memory is refused, or with the code of an
// exception that nobody can catch. At most one per process.
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
