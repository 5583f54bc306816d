// SPDX-License-Identifier: GPL-3.0-or-later
// What one run of `newsindex update` did.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/readers/record.h"
#include "indexer/write/source_activity.h"
#include "schema/archive/archive.h"
#include "schema/error.h"

namespace newsindex {

struct IncompleteSource {
  std::string source;
  std::string reason;
};

struct RunReport {
  std::string archive;
  std::string uuid;            // of the archive
  std::uint64_t revision = 0;  // after the run; unchanged if nothing changed
  std::uint64_t sources_read = 0;
  std::uint64_t sources_unchanged = 0;  // skipped: same path, size and time
  std::uint64_t earlier_rejects = 0;    // records that an earlier run rejected as well
  std::uint64_t records = 0;
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;  // read, and already in the archive with the same content
  std::uint64_t copied = 0;     // how many of the unchanged were rewritten all the same
  std::uint64_t bytes_read = 0;
  std::uint64_t articles = 0;   // in the archive after the run
  std::vector<Reject> rejects;  // the first kMostRejectsKept
  std::uint64_t rejected = 0;   // all rejects
  // Warnings about articles that were accepted; at most kMostRejectsKept.
  std::vector<Reject> warnings{};
  std::string started;  // of the run, UTC: "2023-04-02T15:24:00Z"
  std::string ended;
  ExitCode exit_code = ExitCode::ok;
  std::string error;  // why the run failed, or why its segments were not merged; "" if neither
  std::uint64_t superseded = 0;   // older versions of articles, not written
  std::uint64_t pruned = 0;       // articles of gone sources, taken out (or to be, see is_dry)
  std::vector<std::string> gone;  // gone sources whose articles stay
  std::vector<IncompleteSource> incomplete;  // not read to their end, and not set aside
  std::vector<std::string> links_left_out;   // links that lead out of their folder
  bool has_other_analysis = false;           // the archive was made with other models or lists
  bool is_dry = false;                       // a dry run: nothing was done
  std::vector<LeftOut> left_out;  // damaged segments, which were not read, written or merged
  double seconds = 0;
  double articles_per_second = 0;  // added, replaced and unchanged
  std::uint64_t removed = 0;       // articles read but left out, as they were removed earlier
  std::vector<SourceAlarm> alarms{};
};

inline constexpr std::size_t kMostRejectsKept = 10'000;

// True if somebody should look: new rejects, damaged segments, an emptied folder, or a source that
// is still incomplete.
bool needs_attention(const RunReport& report);

// "PATH: record N: REASON", with names escaped.
std::string to_text(const Reject& reject);

// One JSON object and a line end; "version": 2. Without counts if the run failed (`uuid` is empty).
std::string to_json(const RunReport& report);

// For people, one problem per line: rejects and warnings (path, record, reason; the first 20 of
// each), alarms, sources that were not read to their end, links not followed.
std::string warnings_text(const RunReport& report);

// For people: the counts, in one or more lines. Says so if nothing changed.
std::string summary_text(const RunReport& report);

}  // namespace newsindex
