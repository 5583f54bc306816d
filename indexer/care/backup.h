// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a copy of an archive that is itself an archive.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/write/stop_request.h"

namespace newsindex {

struct BackupRequest {
  std::filesystem::path from;
  std::filesystem::path to;
  bool link = false;  // hard links in place of copies
  std::chrono::seconds lock_timeout{10};
  StopRequest* stop = nullptr;  // nullptr: the backup is never stopped
  std::uint64_t skipped = 0;    // added to the last ingest sequence of the copy
};

// A restored archive skips this many sequences. So new articles get sequences that no article had
// that came in after the backup: a reader who asks for what is new since such a sequence misses
// nothing.
inline constexpr std::uint64_t kSkippedByRestore = std::uint64_t{1} << 32;

struct BackupReport {
  std::uint64_t revision = 0;
  std::uint64_t articles = 0;
  std::uint64_t copied = 0;   // segments
  std::uint64_t present = 0;  // segments already there from an earlier backup
  std::uint64_t bytes = 0;    // of the segments copied
};

// Copies the newest revision of an archive into a folder that is missing, empty, or holds an
// earlier copy. It holds that revision meanwhile, as a reader does. Each file is read to its end
// and compared with its digest, written aside, synced and renamed. archive.json is replaced last;
// then the files that it no longer names are removed. The content of `to` is valid at every moment.
// Throws Error: no_input if there is no archive, or one without a revision, such as an incomplete
// backup; internal if it is damaged; cannot_create if `to` is something else, has a newer revision,
// or has other segments with the same names; try_again if `to` is locked; interrupted; io. Segments
// copied before an error stay and are not copied again.
BackupReport back_up(const BackupRequest& request);

// The other direction: makes an archive from a backup, in a folder that is missing or empty, and
// checks it. Throws Error(cannot_create) if there is already an archive.
BackupReport restore_backup(const BackupRequest& request);

}  // namespace newsindex
