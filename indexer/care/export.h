// SPDX-License-Identifier: GPL-3.0-or-later
// Exports all articles of an archive, oldest first.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/write/stop_request.h"
#include "schema/archive/archive.h"
#include "schema/article.h"

namespace newsindex {

// What an export had to leave out.
struct ExportLosses {
  std::vector<LeftOut> left_out;      // damaged segments
  std::vector<std::string> articles;  // a sentence for each damaged article in other segments
  bool empty() const { return left_out.empty() && articles.empty(); }
};

// Calls `use` for each article that is not deleted, by date, until it returns false; with `days`,
// only for articles published on them. Reads archives of this schema version and older ones (see
// indexer/write/old_archive.h). Throws Error: config for a version that cannot be read,
// interrupted, and errors that are no damage.
ExportLosses export_articles(const std::filesystem::path& archive,
                             const std::optional<DayRange>& days,
                             const std::function<bool(const Article&)>& use,
                             StopRequest* stop = nullptr);

}  // namespace newsindex
