// SPDX-License-Identifier: GPL-3.0-or-later
// What one run of `newsindex update` did.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/readers/record.h"
#include "schema/archive/archive.h"

namespace newsindex {

struct RunReport {
  std::string archive;
  std::string uuid;  // of the archive
  std::uint64_t revision =
      0;  // of the archive after the run; the same as before when nothing changed
  std::uint64_t sources_read = 0;
  std::uint64_t sources_unchanged = 0;  // skipped by path, size and time
  std::uint64_t earlier_rejects = 0;    // records of unchanged sources that an earlier run rejected
  std::uint64_t records = 0;
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;  // read, and already in the archive in this form
  std::uint64_t copied = 0;     // of the unchanged: written anew all the same
  std::uint64_t bytes_read = 0;
  std::uint64_t articles = 0;     // in the archive after the run
  std::vector<Reject> rejects;    // at most kMostRejectsKept of them
  std::uint64_t rejected = 0;     // all of them
  std::vector<LeftOut> left_out;  // damaged segments: nothing of them was read, written or merged
  double seconds = 0;
  double articles_per_second = 0;  // added, replaced and unchanged
};

inline constexpr std::size_t kMostRejectsKept = 10'000;

// "newsindex: PATH: record N: REASON".
std::string to_text(const Reject& reject);

// One JSON object, with a line end; "version": 1.
std::string to_json(const RunReport& report);

// For people: a line for each reject (path, record, reason; the first 20), then the counts in one
// or two lines. Says plainly when nothing changed.
std::string to_text(const RunReport& report);

}  // namespace newsindex
