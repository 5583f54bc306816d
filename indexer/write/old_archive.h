// SPDX-License-Identifier: GPL-3.0-or-later
// Archives of older schema versions, for reading.
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

// The schema version of an archive. Throws Error(config) naming the version when it cannot be read,
// and what schema_version_of throws. `what`: for the sentence, what the versions that can be are
// good for.
int readable_version_of(const std::filesystem::path& archive, const std::string& what);

// A segment of schema version 4: a Xapian database whose docids may have gaps.
struct OldSegment {
  std::string name;
  std::uint64_t articles = 0;
  std::filesystem::path folder;
  std::set<Xapian::docid> hidden;  // old copies, which archive.json lists
};

StoredSegment stored_segment(const OldSegment& segment);

struct OldArchive {
  Manifest manifest;  // without segments: they are retired
  std::vector<OldSegment> segments;
};

// Throws Error(internal) when it is damaged.
OldArchive read_old_archive(const std::filesystem::path& archive);

}  // namespace newsindex
