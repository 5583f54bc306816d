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
  std::string uuid;  // of the archive
  std::uint64_t revision =
      0;  // of the archive after the run; the same as before when nothing changed
  std::uint64_t sources_read = 0;
  std::uint64_t sources_unchanged = 0;  // skipped by path, size and time
  std::uint64_t earlier_rejects = 0;    // records that an earlier run rejected, too
  std::uint64_t records = 0;
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;  // read, and already in the archive in this form
  std::uint64_t copied = 0;     // of the unchanged: written anew all the same
  std::uint64_t bytes_read = 0;
  std::uint64_t articles = 0;   // in the archive after the run
  std::vector<Reject> rejects;  // at most kMostRejectsKept of them
  std::uint64_t rejected = 0;   // all of them
  // Of articles that were taken: what a person should know. At most as many as of rejects.
  std::vector<Reject> warnings{};
  std::string started;  // of the run, UTC: "2023-04-02T15:24:00Z"
  std::string ended;
  ExitCode exit_code = ExitCode::ok;
  std::string error;  // why the run failed, or why its segments were not merged; "" for neither
  std::uint64_t superseded = 0;  // older versions of articles, left out
  std::uint64_t pruned = 0;  // articles of sources that are gone, taken out (or to be, see is_dry)
  std::vector<std::string> gone;             // sources of which articles stay
  std::vector<IncompleteSource> incomplete;  // that were not read to their end and not set aside
  std::vector<std::string> links_left_out;   // that lead out of their folder
  bool has_other_analysis = false;  // other models or lists than those the archive was made with
  bool is_dry = false;              // nothing was done
  std::vector<LeftOut> left_out;    // damaged segments: nothing of them was read, written or merged
  double seconds = 0;
  double articles_per_second = 0;     // added, replaced and unchanged
  std::uint64_t removed = 0;          // read and left out: removed from the archive earlier
  std::vector<SourceAlarm> alarms{};  // about sources
};

inline constexpr std::size_t kMostRejectsKept = 10'000;

// Whether somebody should look: for what is new, and for what is incomplete as long as it is.
bool needs_attention(const RunReport& report);

// "PATH: record N: REASON", names escaped.
std::string to_text(const Reject& reject);

// One JSON object, with a line end; "version": 2. A run that published nothing has no counts.
std::string to_json(const RunReport& report);

// For people, lines: what stands out. Rejects and warnings (path, record, reason; the first 20 of
// each), alarms, sources that were not read to their end, links left out.
std::string warnings_text(const RunReport& report);

// For people: the counts, in one line or more. Says plainly when nothing changed.
std::string summary_text(const RunReport& report);

}  // namespace newsindex
