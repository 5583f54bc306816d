// SPDX-License-Identifier: GPL-3.0-or-later
// archive.json: what an archive consists of. It is replaced by one atomic rename, so a reader sees
// the archive before a run or after it, never between.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/published.h"

namespace newsindex {

// One Xapian database of the archive, in segments/NAME.
struct Segment {
  std::string name;
  std::uint64_t articles = 0;    // without hidden copies
  std::optional<DayRange> days;  // of its dated articles; empty when none has a date
  std::uint64_t undated = 0;     // articles without a date; no date range matches them
  std::vector<std::uint32_t>
      hidden;  // docids of old copies that wait to be deleted; readers skip them
  friend bool operator==(const Segment&, const Segment&) = default;
};

struct Manifest {
  std::string uuid;
  int schema_version = 0;
  std::uint64_t revision = 0;         // grows by one with every publication
  std::uint64_t ingest_sequence = 0;  // the last one given to an article version
  std::vector<Segment> segments;      // by first day, then name
  std::vector<std::string> retired;   // merged away; their folders go with the next run
  std::map<std::string, std::uint64_t>
      languages;       // articles by language ("" unknown), for stemming queries
  std::string ledger;  // file name of the ledger of sources, "" before the first run

  std::uint64_t articles() const;
};

// Reads ARCHIVE/archive.json. Throws Error: no_input when there is no such archive, config when it
// is of another schema version (the sentence says which tool can read it), internal when it is
// damaged.
Manifest read_manifest(const std::filesystem::path& archive);

// Writes archive.json by way of a synced temporary file and a rename. Throws Error(io) or
// Error(cannot_create).
void write_manifest(const std::filesystem::path& archive, const Manifest& manifest);

std::filesystem::path segment_path(const std::filesystem::path& archive, const Segment& segment);

}  // namespace newsindex
