// SPDX-License-Identifier: GPL-3.0-or-later
// One writer at a time: a lock on ARCHIVE/lock that goes with the process that holds it.
#pragma once

#include <chrono>
#include <filesystem>

#include "indexer/write/stop_request.h"

namespace newsindex {

class ArchiveLock {
 public:
  // Makes the archive's folder if it is missing (Error(cannot_create) when that fails) and takes
  // the lock, waiting up to `timeout` for another run to end. Throws Error(try_again), with the
  // process number of the holder if such a process lives, when it does not. Changes nothing in a
  // folder that can be no archive, and throws what require_place_for_archive throws;
  // Error(interrupted) when the end is asked for while it waits.
  ArchiveLock(const std::filesystem::path& archive, std::chrono::seconds timeout,
              const StopRequest* stop = nullptr);

  // The same for a folder that has segments, whatever became of its archive.json. Throws
  // Error(no_input) where there is none.
  static ArchiveLock of_damaged(const std::filesystem::path& archive, std::chrono::seconds timeout,
                                const StopRequest* stop = nullptr);
  ~ArchiveLock();
  ArchiveLock(const ArchiveLock&) = delete;
  ArchiveLock& operator=(const ArchiveLock&) = delete;

 private:
  ArchiveLock(const std::filesystem::path& archive, std::chrono::seconds timeout,
              const StopRequest* stop, int descriptor);

  int descriptor_;
};

}  // namespace newsindex
