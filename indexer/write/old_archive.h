// SPDX-License-Identifier: GPL-3.0-or-later
// Reads archives of older schema versions.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/write/rewrite.h"
#include "schema/archive/manifest.h"

namespace newsindex {

// The oldest schema version that can be read.
inline constexpr int kOldestSchemaVersion = 4;

// The schema version of an archive. Throws what schema_version_of throws, and Error(config), which
// names the version, if it cannot be read. `what`: the verb for that message, such as "rebuild".
int readable_version_of(const std::filesystem::path& archive, const std::string& what);

// A segment of schema version 4: a Xapian database whose docids may have gaps.
struct OldSegment {
  std::string name;
  std::uint64_t articles = 0;
  std::filesystem::path folder;
  std::set<Xapian::docid> hidden;  // old copies, as listed in archive.json
};

StoredSegment stored_segment(const OldSegment& segment);

struct OldArchive {
  Manifest manifest;  // without segments: they are retired
  std::vector<OldSegment> segments;
};

// Throws Error(internal) if it is damaged.
OldArchive read_old_archive(const std::filesystem::path& archive);

}  // namespace newsindex
