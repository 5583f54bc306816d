// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/maintain.h"

#include <set>

#include "schema/error.h"

namespace newsindex {

namespace fs = std::filesystem;

Removal remove_articles(const fs::path& archive, const std::vector<std::string>& ids,
                        const RunLimits& limits) {
  read_manifest(archive);  // never make an archive for this
  try {
    Revision revision(archive, limits);
    KnownArticles known(revision.segments());
    Removal removal;
    for (const std::string& id : std::set<std::string>(ids.begin(), ids.end())) {
      revision.pool().tick();
      if (const auto found = known.find(id)) {
        revision.remove(found->copy);
        ++removal.removed;
      } else {
        removal.missing.push_back(id);
      }
    }
    if (revision.finish()) revision.publish({});
    removal.left_out = revision.left_out();
    return removal;
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + archive.string() + "'");
  }
}

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
