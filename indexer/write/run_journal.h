// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of the last runs on an archive, including failed runs and runs without changes: one
// line of JSON each in ARCHIVE/runs.jsonl, the newest last. It is for people and monitoring: no run
// and no reader depends on it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/write/run_report.h"

namespace newsindex {

inline constexpr const char* kRunJournalName = "runs.jsonl";
inline constexpr std::size_t kRunsKept = 400;

struct RunRecord {
  std::string command;  // "update", ...
  std::string started;  // see utc_text
  std::string ended;
  double seconds = 0;
  int exit_code = 0;
  std::string error;  // why the run failed, or why its segments were not merged
  // Of the archive after the run; 0 if the run failed.
  std::uint64_t revision = 0;
  std::uint64_t articles = 0;
  // As in RunReport.
  std::uint64_t sources_read = 0;
  std::uint64_t sources_unchanged = 0;
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t rejected = 0;
  std::uint64_t earlier_rejects = 0;
  std::uint64_t left_out = 0;  // RunReport::removed
  std::uint64_t removed = 0;   // articles that the run took out
  // Sources that need attention; see indexer/write/source_activity.h.
  std::vector<std::string> alarms;
  friend bool operator==(const RunRecord&, const RunRecord&) = default;

  void take(const RunReport& report);

  // True if the run did what it was asked to do; records may have been rejected.
  bool is_success() const { return exit_code == 0 || exit_code == 3; }
};

// Appends a run durably to the journal of an archive that has a published revision; otherwise, or
// if the archive cannot be read, writes nothing. A journal that has become long is cut to the last
// kRunsKept runs. Never throws and never waits long: returns why the journal could not be written,
// or nothing.
std::optional<std::string> append_run(const std::filesystem::path& archive,
                                      const RunRecord& run) noexcept;

// The runs in the journal, oldest first; unreadable lines are skipped. Throws Error(io) if reading
// the journal fails.
std::vector<RunRecord> read_runs(const std::filesystem::path& archive);

// The last successful run of this command (see is_success), or nullptr.
const RunRecord* last_success(const std::vector<RunRecord>& runs, const std::string& command);

}  // namespace newsindex
