// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what a run did as Prometheus metrics, for the textfile collector of node_exporter.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "indexer/write/run_journal.h"

namespace newsindex {

// The state of the archive after the run, as far as it is known.
struct ArchiveFacts {
  std::string archive;  // as the user named it: a label of all metrics
  std::optional<std::uint64_t> revision;
  std::optional<std::uint64_t> articles;
  std::optional<std::uint64_t> bytes;
  std::string last_success;  // when the last successful run of the command ended; see utc_text
};

// The metrics of a run. All are gauges with the labels `archive` and `command`; unknown values are
// left out.
std::string metrics_text(const RunRecord& run, const ArchiveFacts& facts);

// The facts of an archive that may be missing or damaged; unknown facts stay empty.
ArchiveFacts archive_facts(const std::filesystem::path& archive, const RunRecord& run) noexcept;

}  // namespace newsindex
