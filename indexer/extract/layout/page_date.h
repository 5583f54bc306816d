// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the date of publication of a page: the date that is labelled as such, or else the one
// nearest to the headline. Days in sentences, captions, teasers and notices do not count.
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
  std::optional<DateReading> nearest;  // most points, even if not a date of publication
  bool is_sure = false;  // `published` is the nearest, and is labelled or beside the headline
};

// `skipped`: true for blocks that are known to have other dates; one for each block, or empty.
PageDates find_dates(const PageLayout& layout, const DateOptions& options,
                     const std::vector<bool>& skipped = {});

}  // namespace newsindex
