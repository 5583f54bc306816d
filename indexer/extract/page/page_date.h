// SPDX-License-Identifier: GPL-3.0-or-later
// The date of publication of a page: of all dates on it, the one that is said to be it, or else the
// one nearest to the headline.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/page/page_region.h"

namespace newsindex {

struct PageDates {
  std::optional<DateReading> published;  // evidence: the whole line
  std::optional<DateReading> modified;
};

// `headline` is the block of the headline, `text` that of the first paragraph. `skipped`: blocks
// that are known to tell other dates; empty or one for each block.
PageDates find_dates(std::span<const PageBlock> blocks, std::size_t headline, std::size_t text,
                     const PageRegion& region, const DateOptions& options,
                     const std::vector<bool>& skipped = {});

}  // namespace newsindex
