// SPDX-License-Identifier: GPL-3.0-or-later
// segment.json: what a segment says of itself and of the revision that published it. Nobody needs
// it as long as archive.json is there; without it, archive.json is made anew from these.
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
  std::uint64_t revision = 0;         // that published it
  std::uint64_t ingest_sequence = 0;  // the last one given by then
  Segment segment;                    // as it was then; its files without segment.json
  std::vector<Segment> living;        // all segments of that revision, without their files
};

// Writes it into a folder and returns what the manifest says of the file. Throws Error(io) or
// Error(cannot_create).
SegmentFile write_segment_record(const std::filesystem::path& folder, const SegmentRecord& record);

// Throws Error: internal when it is damaged, no_input when it is missing.
SegmentRecord read_segment_record(const std::filesystem::path& folder);

}  // namespace newsindex
