// SPDX-License-Identifier: GPL-3.0-or-later
// Where databases stand while a run builds them: in the memory file system as long as there is
// room, else on disk beside the segments.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>

#include "indexer/write/stop_request.h"

namespace newsindex {

// A folder of one run, removed when the run ends, also when it is left in the middle. Folders that
// a killed run left behind are removed when the next one begins: a file in each says that it is
// such a folder, and a lock on that file whether its run is still alive. Nothing without this file
// is touched, whatever its name.
class StagingFolder {
 public:
  // Makes PARENT/newsindex-XXXXXX. Throws Error(cannot_create).
  explicit StagingFolder(const std::filesystem::path& parent, StopRequest* stop = nullptr);
  ~StagingFolder();
  StagingFolder(const StagingFolder&) = delete;
  StagingFolder& operator=(const StagingFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int marker_ = -1;  // locked
  AtLeaving at_leaving_;
};

// A path for one database, and the room that is kept for it in memory (0: it is on disk).
struct StagedPlace {
  std::filesystem::path path;
  std::uint64_t room = 0;
};

// Thread-safe.
class Staging {
 public:
  // Uses at most `memory_bytes` of the memory file system `memory` (/dev/shm on Linux; empty:
  // none), and at most three quarters of what is free there.
  Staging(const std::filesystem::path& archive, std::filesystem::path memory,
          std::uint64_t memory_bytes, StopRequest* stop = nullptr);

  // A new place for a database of about this many bytes.
  StagedPlace place(std::uint64_t expected_bytes);
  StagedPlace place_on_disk();

  // The database is complete: keeps no more room than it takes.
  void settle(StagedPlace& place);

  // Removes the database.
  void remove(const StagedPlace& place);

 private:
  std::filesystem::path next_path(const StagingFolder& folder);

  StagingFolder disk_;
  std::unique_ptr<StagingFolder> memory_;
  std::atomic<std::int64_t> memory_left_ = 0;
  std::atomic<unsigned> next_ = 0;
};

// Bytes of all files below a folder.
std::uint64_t bytes_below(const std::filesystem::path& folder);

}  // namespace newsindex
