// SPDX-License-Identifier: GPL-3.0-or-later
// segment.json: a segment's record of itself and of the revision that published it. It is needed
// only when archive.json is lost: archive.json is then rebuilt from these records.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "schema/archive/manifest.h"

namespace newsindex {

inline constexpr const char* kSegmentRecordName = "segment.json";

struct SegmentRecord {
  std::string uuid;  // of the archive
  int schema_version = 0;
  std::uint64_t revision = 0;         // the one that published the segment
  std::uint64_t ingest_sequence = 0;  // the last one given up to that revision
  Segment segment;                    // as published; without segment.json in its list of files
  std::vector<Segment> living;        // all segments of that revision, without their files
};

// Writes segment.json into a folder and returns its entry for the manifest. Throws Error(io) or
// Error(cannot_create).
SegmentFile write_segment_record(const std::filesystem::path& folder, const SegmentRecord& record);

// Reads segment.json. Throws Error: internal when it is damaged, no_input when it is missing.
SegmentRecord read_segment_record(const std::filesystem::path& folder);

}  // namespace newsindex
