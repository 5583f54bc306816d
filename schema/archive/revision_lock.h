// SPDX-License-Identifier: GPL-3.0-or-later
// Which revisions of an archive are being read. A reader holds a shared lock on one byte of the
// file `readers`: the one whose offset is the number of its revision. Before a writer removes files
// that only some revisions name, it asks the kernel whether any of those bytes is locked. The
// kernel (open file description locks of Linux) drops the locks when their process ends, however it
// ends.
#pragma once

#include <cstdint>
#include <filesystem>

namespace newsindex {

// The lock that a reader holds.
class RevisionLock {
 public:
  RevisionLock() = default;
  ~RevisionLock();
  RevisionLock(RevisionLock&& other) noexcept;
  RevisionLock& operator=(RevisionLock&& other) noexcept;
  RevisionLock(const RevisionLock&) = delete;
  RevisionLock& operator=(const RevisionLock&) = delete;

  // Opens the file `readers` of an archive. Where the file is missing, or the file system has no
  // locks, hold() returns false.
  explicit RevisionLock(const std::filesystem::path& archive);

  // Locks this revision instead of the one held before. False when that is not possible.
  bool hold(std::uint64_t revision);

 private:
  int descriptor_ = -1;
};

// Creates the file `readers` if it is missing. Throws Error(cannot_create).
void make_readers_file(const std::filesystem::path& archive);

// True when a revision in [first, last] is being read, or when that cannot be known.
bool is_being_read(const std::filesystem::path& archive, std::uint64_t first, std::uint64_t last);

}  // namespace newsindex
