// SPDX-License-Identifier: GPL-3.0-or-later
// How an archive fares, for monitoring: when it was last brought up to date, what stands, and
// whether a run goes on. Waits for nobody.
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
  std::optional<RunRecord> last_run;  // of `update`, as `last_success`
  std::optional<RunRecord> last_success;
  // When the archive was up to date last: the end of last_success, else, where no run is
  // remembered, when its last revision was published.
  std::optional<std::chrono::sys_seconds> fresh;
  bool is_stale = false;
  std::optional<LockHolder> running;
  std::vector<std::string> standing;  // what somebody should look at, a sentence each
  std::uint64_t rejected = 0;  // records of the sources as they are, without what is set aside

  // ok; no_match (1) when stale; some_rejected (3) when something stands.
  ExitCode code() const;
};

// Throws what read_manifest throws, and Error(internal) when the table of sources is damaged.
ArchiveStatus archive_status(const std::filesystem::path& archive, std::chrono::sys_seconds now,
                             std::optional<std::chrono::seconds> max_age);

std::string to_text(const ArchiveStatus& status);

// One JSON object with a line end; "version": 1.
std::string to_json(const ArchiveStatus& status);

}  // namespace newsindex
