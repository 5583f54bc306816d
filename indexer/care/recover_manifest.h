// SPDX-License-Identifier: GPL-3.0-or-later
// archive.json made anew from the segments, where it is lost or damaged.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "schema/archive/manifest.h"

namespace newsindex {

// Why a segment is marked that has lost its segment.json: it is to be written anew.
inline constexpr const char* kLostRecord = "it has lost its segment.json";

struct Recovered {
  Manifest manifest;
  std::vector<std::string> lost;  // sentences: what could not be told any more
};

// Of the segments that are there, those of the newest revision belong to the archive: the newest
// segment.json names them (see schema/archive/segment_record.h). Where none has one, all do. What
// else lies in segments/ is listed as retired. Deletions are the newest of each segment; tables the
// newest that are whole. A segment without a segment.json is marked as damaged. An article may be
// in two segments then. Writes nothing. Throws Error(config) when the segments are of another
// schema version.
Recovered recover_manifest(const std::filesystem::path& archive);

}  // namespace newsindex
