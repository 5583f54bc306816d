// SPDX-License-Identifier: GPL-3.0-or-later
// Rebuilds a lost or damaged archive.json from the segments.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "schema/archive/manifest.h"

namespace newsindex {

// The damage mark of a segment that has lost its segment.json: the segment has to be rewritten.
inline constexpr const char* kLostRecord = "it has lost its segment.json";

struct Recovered {
  Manifest manifest;
  std::vector<std::string> lost;  // sentences: what could not be recovered
};

// The archive consists of the segments that the newest segment.json names (see
// schema/archive/segment_record.h), or of all segments if none has one. Other files in segments/
// are listed as retired. Each segment gets its newest readable deletions; of each table, the newest
// undamaged one is used. A segment without a segment.json is marked as damaged; then an article may
// be in two segments. Writes nothing. Throws Error(config) if the segments have another schema
// version.
Recovered recover_manifest(const std::filesystem::path& archive);

}  // namespace newsindex
