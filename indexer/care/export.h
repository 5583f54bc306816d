// SPDX-License-Identifier: GPL-3.0-or-later
// All articles of an archive, oldest first.
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

// What an export could not give.
struct ExportLosses {
  std::vector<LeftOut> left_out;      // damaged segments
  std::vector<std::string> articles;  // a sentence for each damaged article of the others
  bool empty() const { return left_out.empty() && articles.empty(); }
};

// Gives each article that is not deleted to `use`, by date, until it says no; with `days` only
// those published then. Reads archives of this schema version and of older ones (see
// indexer/write/old_archive.h). Throws Error: config for a version that cannot be read,
// interrupted, and what goes wrong without being damage.
ExportLosses export_articles(const std::filesystem::path& archive,
                             const std::optional<DayRange>& days,
                             const std::function<bool(const Article&)>& use,
                             StopRequest* stop = nullptr);

}  // namespace newsindex
