// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/maintain.h"

#include "schema/error.h"

namespace newsindex {

namespace fs = std::filesystem;

Compaction compact_archive(const fs::path& archive, const RunLimits& limits) {
  read_manifest(archive);
  try {
    Revision revision(archive, limits);
    revision.merge(1, true);
    return {revision.manifest().segments.size(), revision.left_out()};
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + archive.string() + "'");
  }
}

}  // namespace newsindex
