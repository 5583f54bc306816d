// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of an archive that is an archive itself.
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
  StopRequest* stop = nullptr;  // nullptr: nobody asks for the end
  std::uint64_t skipped = 0;    // ingest sequences that the copy does not give
};

// So many are skipped by a restored archive, that what comes in has a sequence that no article had
// which came in after the backup: who asks for what is new since one of those misses nothing.
inline constexpr std::uint64_t kSkippedByRestore = std::uint64_t{1} << 32;

struct BackupReport {
  std::uint64_t revision = 0;
  std::uint64_t articles = 0;
  std::uint64_t copied = 0;   // segments
  std::uint64_t present = 0;  // segments that were there from an earlier backup
  std::uint64_t bytes = 0;    // of the segments copied
};

// Copies the newest revision of an archive, which it holds meanwhile, into a folder that is
// missing, empty, or has an earlier copy. Each file is read to its end and compared with its
// digest, written aside, synced and renamed; archive.json comes last, and what it does not name any
// more goes then. What stood in `to` is valid at every moment. Throws Error: no_input where there
// is no archive or one without a revision, as a backup that was not completed is; internal where it
// is damaged; cannot_create where `to` is something else, is of a newer revision, or has other
// segments of the same names; try_again where `to` is locked; interrupted; io. What was copied by
// then stays, and is not copied again.
BackupReport back_up(const BackupRequest& request);

// The same the other way: makes an archive of a backup in a folder that is missing or empty, and
// checks it. Throws Error(cannot_create) where there is an archive.
BackupReport restore_backup(const BackupRequest& request);

}  // namespace newsindex
