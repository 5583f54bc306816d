// SPDX-License-Identifier: GPL-3.0-or-later
// Saves what can be saved from a damaged segment: the stored articles that still match their
// digests. Everything else is made from them again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/write/staged_database.h"
#include "indexer/write/stop_request.h"
#include "schema/archive/archive.h"

namespace newsindex {

struct Salvage {
  std::uint64_t saved = 0;       // articles passed to `use`
  std::uint64_t superseded = 0;  // articles that `is_known` knows: newer ones exist elsewhere
  std::uint64_t lost = 0;
  std::vector<std::string> lost_ids;  // as far as they can be read
};

// Calls `use` for each article that is not deleted and can be saved. If the deletions cannot be
// read, no article counts as deleted. Throws Error(interrupted), and errors that are no damage:
// these lose nothing.
Salvage salvage_segment(const OpenSegment& open,
                        const std::function<bool(const std::string& id)>& is_known,
                        const std::function<void(NewArticle)>& use,
                        const StopRequest* stop = nullptr);

// " (2023-01-01..2023-02-28)", or "" if no article has a date.
std::string days_text(const Segment& segment);

}  // namespace newsindex
