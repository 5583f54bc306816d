// SPDX-License-Identifier: GPL-3.0-or-later
// One writer at a time: a lock on ARCHIVE/lock, which is released when the process ends.
#pragma once

#include <chrono>
#include <filesystem>

#include "indexer/write/stop_request.h"

namespace newsindex {

class ArchiveLock {
 public:
  // Creates the archive's folder if it is missing, and takes the lock. Waits up to `timeout` for
  // another run to end, then throws Error(try_again), which names the process number of the holder
  // if that process is alive. Throws Error(cannot_create) if the folder or the lock file cannot be
  // created, and Error(interrupted) if `stop` is requested while waiting. Changes nothing in a
  // folder that cannot be an archive, and throws what require_place_for_archive throws.
  ArchiveLock(const std::filesystem::path& archive, std::chrono::seconds timeout,
              const StopRequest* stop = nullptr);

  // The same for a folder that has segments, whatever the state of its archive.json. Throws
  // Error(no_input) if it has none.
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
