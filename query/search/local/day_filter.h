// SPDX-License-Identifier: GPL-3.0-or-later
// Selects the articles that were published within a range of days, by the column of days.
#pragma once

#include <array>
#include <cstdint>

#include "query/search/local/docid_lists.h"
#include "schema/published.h"

namespace newsindex {

// An article whose date is only known to the month matches ranges that contain the whole month; one
// known to the year matches ranges that contain the whole year.
class DayFilter {
 public:
  explicit DayFilter(const DayRange& days);

  bool holds(std::int32_t column_day) const {
    const Bounds& bounds = bounds_[static_cast<std::uint32_t>(column_day) & 3u];
    const std::int32_t day = column_day >> 2;
    return bounds.first <= day && day <= bounds.last;
  }

  DocidList all(std::span<const std::int32_t> days) const;
  DocidList among(DocidSpan docids, std::span<const std::int32_t> days) const;

 private:
  struct Bounds {  // days since 1970
    std::int32_t first = 1;
    std::int32_t last = 0;
  };
  std::array<Bounds, 4> bounds_;  // by the precision of a column's day; empty for undated ones
};

}  // namespace newsindex
