// SPDX-License-Identifier: GPL-3.0-or-later
// Where a run keeps the databases that it builds: in the memory file system while there is room,
// otherwise on disk, in the archive's folder.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>

#include "indexer/write/stop_request.h"

namespace newsindex {

// Which runs make staging folders in a parent. shared: runs on any archive (the memory file
// system). locked: only the run that holds this archive's lock, so no other run is just making one.
enum class StagingParent { shared, locked };

// The staging folder of one run, removed when the run ends, also if the process exits early. When a
// run begins, it removes folders left by killed runs. A marker file in each folder identifies it,
// and a lock on the marker shows that its run is still alive. A folder without a marker is never
// touched, whatever its name, except an empty one in a locked parent, which a power loss leaves.
class StagingFolder {
 public:
  // Creates PARENT/newsindex-XXXXXX. Throws Error(cannot_create).
  explicit StagingFolder(const std::filesystem::path& parent,
                         StagingParent kind = StagingParent::shared, StopRequest* stop = nullptr);
  ~StagingFolder();
  StagingFolder(const StagingFolder&) = delete;
  StagingFolder& operator=(const StagingFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int marker_ = -1;  // locked
  ExitAction exit_action_;
};

// The path of one database, and the memory reserved for it in bytes (0: it is on disk).
struct StagedPlace {
  std::filesystem::path path;
  std::uint64_t room = 0;
};

// Thread-safe.
class Staging {
 public:
  // REQUIRES: this run has locked the archive. Uses at most `memory_bytes` of the memory file
  // system `memory` (/dev/shm on Linux; empty: none), and at most three quarters of its free space.
  Staging(const std::filesystem::path& archive, std::filesystem::path memory,
          std::uint64_t memory_bytes, StopRequest* stop = nullptr);

  // A new place for a database of about this size.
  StagedPlace place(std::uint64_t expected_bytes);
  StagedPlace place_on_disk();

  // Call when the database is complete: reduces the reservation to its real size.
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

// The total size of all files below a folder.
std::uint64_t bytes_below(const std::filesystem::path& folder);

}  // namespace newsindex
