// SPDX-License-Identifier: GPL-3.0-or-later
// archive.json, the manifest: lists the parts of an archive. It is replaced by one atomic rename,
// so a reader sees the archive before a run or after it, never in between.
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

// A part of the archive, in segments/NAME: a Xapian database and files beside it. None of its files
// is ever written again after it is published.
struct Segment {
  std::string name;
  std::uint64_t documents = 0;   // articles in its files, including deleted ones
  std::uint64_t articles = 0;    // those of them that are not deleted
  std::optional<DayRange> days;  // of its dated articles; empty when none has a date
  std::uint64_t undated = 0;     // articles without a date; no date range matches them
  std::string deletions;         // file in segments/ that lists the deleted articles; "": none
  std::vector<SegmentFile> files;
  std::string damage{};  // damage that a run found; then it must not be used. "": none
  friend bool operator==(const Segment&, const Segment&) = default;
};

// True if the segment can hold articles of these days; always true when no days are given.
bool can_match(const Segment& segment, const std::optional<DayRange>& days);

// A file or folder that newer revisions do not name: in segments/, or a table of bearers beside
// archive.json.
struct Retired {
  std::string name;
  std::uint64_t first = 0;  // the revisions that name it; removed when nobody reads one of them
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
  std::string table(TableKind kind) const;  // the file name of this table, or ""
};

// Reads ARCHIVE/archive.json. Throws Error: no_input when there is no archive, config when it has
// another schema version (the sentence names the way out), internal when archive.json is damaged,
// or missing although there are segments, io when it cannot be read.
Manifest read_manifest(const std::filesystem::path& archive);

// The two steps of read_manifest.
std::string read_manifest_text(const std::filesystem::path& archive);
Manifest manifest_of(const std::filesystem::path& archive, std::string_view text);

// Like manifest_of, for a text without a digest, as earlier builds wrote it.
Manifest manifest_without_seal(const std::filesystem::path& archive, std::string_view text);

// The schema version in archive.json. Throws Error like read_manifest, except that any version is
// accepted.
int schema_version_of(const std::filesystem::path& archive);

// The end of an error sentence about a missing or damaged archive.json: how to repair it.
std::string way_to_repair(const std::filesystem::path& archive);

// Writes archive.json durably (see replace_file). Throws Error(io) or Error(cannot_create).
void write_manifest(const std::filesystem::path& archive, const Manifest& manifest);

std::filesystem::path segment_path(const std::filesystem::path& archive, const Segment& segment);

// The Xapian database of a segment, one file.
std::filesystem::path database_path(const std::filesystem::path& segment_folder);

}  // namespace newsindex
