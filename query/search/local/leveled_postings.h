// SPDX-License-Identifier: GPL-3.0-or-later
// Articles with their level (confidence or salience) for a topic or an entity.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "query/search/local/docid_lists.h"
#include "query/search/plan.h"
#include "schema/archive/archive.h"

namespace newsindex {

struct LeveledPostings {
  DocidList docids;
  std::vector<std::uint8_t> levels;  // the highest level of each article
};

// The articles that have one of the terms; if `among` is not null, only those in it.
LeveledPostings read_levels(const OpenSegment& segment, std::span<const LeveledTerm> leveled,
                            const DocidSpan* among);

}  // namespace newsindex
