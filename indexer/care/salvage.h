// SPDX-License-Identifier: GPL-3.0-or-later
// What can be saved of a damaged segment: its stored articles that are still what their digests
// say. All else is made of them anew.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/write/staged_database.h"
#include "indexer/write/stop_request.h"
#include "schema/archive/archive.h"

namespace newsindex {

struct Salvage {
  std::uint64_t saved = 0;       // articles that were given to `use`
  std::uint64_t superseded = 0;  // that `is_known` knew: there are newer ones elsewhere
  std::uint64_t lost = 0;
  std::vector<std::string> lost_ids;  // as far as they can be told
};

// Gives each article that is not deleted and can be saved to `use`. Deletions that cannot be read
// count as none. Throws Error(interrupted), and what goes wrong without being damage: nothing is
// lost by that.
Salvage salvage_segment(const OpenSegment& open,
                        const std::function<bool(const std::string& id)>& is_known,
                        const std::function<void(NewArticle)>& use,
                        const StopRequest* stop = nullptr);

// " (2023-01-01..2023-02-28)", or "" where no article has a date.
std::string days_text(const Segment& segment);

}  // namespace newsindex
