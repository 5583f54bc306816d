// SPDX-License-Identifier: GPL-3.0-or-later
// The date of publication of a page: of all dates on it, the one that is said to be it, or else the
// one nearest to the headline. A day in a sentence, a caption, a teaser, or a notice is none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/layout/page_layout.h"

namespace newsindex {

struct PageDates {
  std::optional<DateReading> published;  // evidence: the whole line
  std::optional<DateReading> modified;
  std::optional<DateReading> nearest;  // to the headline, whatever it tells
  bool is_sure = false;  // `published` is the nearest, and said to be it or beside the headline
};

// `skipped`: blocks that are known to tell other dates; empty or one for each block.
PageDates find_dates(const PageLayout& layout, const DateOptions& options,
                     const std::vector<bool>& skipped = {});

}  // namespace newsindex
