// SPDX-License-Identifier: GPL-3.0-or-later
// The state of an archive, for monitoring: when it was last brought up to date, which problems are
// open, and whether a run is in progress. Never waits for a lock.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/write/lock_holder.h"
#include "indexer/write/run_journal.h"
#include "schema/error.h"

namespace newsindex {

struct ArchiveStatus {
  std::string archive;
  std::uint64_t revision = 0;
  std::uint64_t articles = 0;
  std::chrono::sys_seconds now;
  std::optional<RunRecord> last_run;  // of `update`, like `last_success`
  std::optional<RunRecord> last_success;
  // When the archive was last up to date: the end of last_success or, if no run is recorded, the
  // time when the last revision was published.
  std::optional<std::chrono::sys_seconds> fresh;
  bool is_stale = false;
  std::optional<LockHolder> running;
  std::vector<std::string> standing;  // open problems that need attention, one sentence each
  std::uint64_t rejected = 0;  // records rejected from the current sources, except those set aside

  // ok; no_match (1) if stale; some_rejected (3) if a problem is open.
  ExitCode code() const;
};

// Throws what read_manifest throws, and Error(internal) if the table of sources is damaged.
ArchiveStatus archive_status(const std::filesystem::path& archive, std::chrono::sys_seconds now,
                             std::optional<std::chrono::seconds> max_age);

std::string to_text(const ArchiveStatus& status);

// One JSON object with a line end; "version": 1.
std::string to_json(const ArchiveStatus& status);

}  // namespace newsindex
