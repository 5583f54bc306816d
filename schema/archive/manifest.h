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

#include "schema/archive/table_file.h"
#include "schema/published.h"

namespace newsindex {

inline constexpr const char* kManifestName = "archive.json";  // in the folder of the archive

// A file of a segment, as it was published.
struct SegmentFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::uint64_t digest = 0;  // digest64 of its bytes
  friend bool operator==(const SegmentFile&, const SegmentFile&) = default;
};

// A part of the archive, in segments/NAME: a Xapian database and files beside it. Once it is
// published, none of its files is written again.
struct Segment {
  std::string name;
  std::uint64_t documents = 0;   // articles that its files hold, deleted ones too
  std::uint64_t articles = 0;    // of these, those that are not deleted
  std::optional<DayRange> days;  // of its dated articles; empty when none has a date
  std::uint64_t undated = 0;     // articles without a date; no date range matches them
  std::string deletions;         // file in segments/ that says which are deleted; "": none is
  std::vector<SegmentFile> files;
  std::string damage{};  // what a run found wrong with it; "": nothing. It must not be used
  friend bool operator==(const Segment&, const Segment&) = default;
};

// Whether it can hold articles of these days; any segment where none are given.
bool can_match(const Segment& segment, const std::optional<DayRange>& days);

// A file or folder in segments/ that newer revisions do not name.
struct Retired {
  std::string name;
  std::uint64_t first = 0;  // the revisions that name it: it may go when nobody reads one of them
  std::uint64_t last = 0;
  friend bool operator==(const Retired&, const Retired&) = default;
};

struct Manifest {
  std::string uuid;
  int schema_version = 0;
  std::uint64_t revision = 0;         // grows by one with every publication
  std::uint64_t ingest_sequence = 0;  // the last one given to an article version
  std::vector<Segment> segments;      // by first day, then name
  std::vector<Retired> retired;
  std::map<std::string, std::uint64_t>
      languages;  // articles by language ("" unknown), for stemming queries
  std::map<std::string, std::string> tables;  // file names of its tables, by kind (table_file.h)

  std::uint64_t articles() const;
  std::string table(TableKind kind) const;  // its file name, or ""
};

// Reads ARCHIVE/archive.json. Throws Error: no_input when there is no such archive, config when it
// is of another schema version (the sentence says which tool can read it), internal when it is
// damaged or missing beside segments.
Manifest read_manifest(const std::filesystem::path& archive);

// Its two steps.
std::string read_manifest_text(const std::filesystem::path& archive);
Manifest manifest_of(const std::filesystem::path& archive, std::string_view text);

// The same of a text without a digest, as earlier builds wrote it.
Manifest manifest_without_seal(const std::filesystem::path& archive, std::string_view text);

// The schema version that archive.json names. Throws Error as read_manifest does, but not for
// another version.
int schema_version_of(const std::filesystem::path& archive);

// The end of a sentence that an archive has no archive.json, or a damaged one.
std::string way_to_repair(const std::filesystem::path& archive);

// Writes archive.json by way of a synced temporary file and a rename. Throws Error(io) or
// Error(cannot_create).
void write_manifest(const std::filesystem::path& archive, const Manifest& manifest);

std::filesystem::path segment_path(const std::filesystem::path& archive, const Segment& segment);

// The Xapian database of a segment, one file.
std::filesystem::path database_path(const std::filesystem::path& segment_folder);

}  // namespace newsindex
