// SPDX-License-Identifier: GPL-3.0-or-later
// Takes articles out of an archive, and lets removed articles come back.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/write/progress.h"
#include "indexer/write/removals.h"
#include "indexer/write/revision.h"

namespace newsindex {

struct RemovalRequest {
  std::filesystem::path archive;
  std::vector<std::string> articles;  // ids, or addresses (with "://"): all articles with it
  RemovedArticle note;                // time, how, purged, reason; the path is set for each article
  RunLimits run;
};

struct Removal {
  std::uint64_t removed = 0;         // articles that can no longer be found
  std::vector<std::string> ids;      // of articles removed now or only purged; sorted
  std::vector<std::string> missing;  // neither in the archive nor to be purged; sorted
  // After a purge: files with the text that are still on disk because a reader holds an older
  // revision. The first run after that reader has ended removes them.
  std::uint64_t files_left = 0;
  std::vector<LeftOut> left_out{};  // damaged segments, which were not searched
};

// Takes articles out of the archive and records them in the table of removals.
//
// With `note.purged`, all segments that hold any version of an article are rewritten without it in
// the same step, even if the article was removed or replaced earlier. Afterwards no file of the
// archive contains a byte of its text, except its id in the table. Traces of deleted files on the
// disk, backups and sources are outside our control.
Removal remove_articles(const RemovalRequest& request, const OnProgress& on_progress = {});

// Returns what remove_articles would remove. Writes nothing and takes no lock.
Removal plan_removal(const RemovalRequest& request);

struct Restoration {
  std::vector<std::string> ids;      // that may come back; sorted
  std::vector<std::string> missing;  // ids that are not in the table; sorted
  // Sources that cannot be marked to be read again, because the ledger does not have them, such as
  // standard input.
  std::vector<std::string> unknown_sources;
};

// Deletes ids from the table of removals. The next run that is given their sources reads these
// again.
Restoration restore_articles(const std::filesystem::path& archive,
                             const std::vector<std::string>& ids, const RunLimits& limits);

}  // namespace newsindex
