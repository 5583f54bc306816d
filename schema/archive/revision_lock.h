// SPDX-License-Identifier: GPL-3.0-or-later
// Which revisions of an archive are being read. A reader holds a shared lock on the byte of the
// file `readers` whose place is the number of its revision; a writer asks the kernel whether any
// byte of a range is locked before it removes what those revisions name. The locks are of the
// kernel (open file description locks of Linux) and go with their process, however it ends.
#pragma once

#include <cstdint>
#include <filesystem>

namespace newsindex {

// What a reader holds.
class RevisionLock {
 public:
  RevisionLock() = default;
  ~RevisionLock();
  RevisionLock(RevisionLock&& other) noexcept;
  RevisionLock& operator=(RevisionLock&& other) noexcept;
  RevisionLock(const RevisionLock&) = delete;
  RevisionLock& operator=(const RevisionLock&) = delete;

  // Opens the file of locks of an archive. Where there is none, or the file system has no locks,
  // nothing is held.
  explicit RevisionLock(const std::filesystem::path& archive);

  // Holds this revision in place of another. False when that is not possible.
  bool hold(std::uint64_t revision);

 private:
  int descriptor_ = -1;
};

// Makes the file of locks where there is none. Throws Error(cannot_create).
void make_readers_file(const std::filesystem::path& archive);

// True when somebody reads a revision in [first, last], or when that cannot be known.
bool is_being_read(const std::filesystem::path& archive, std::uint64_t first, std::uint64_t last);

}  // namespace newsindex
