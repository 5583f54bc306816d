// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/day_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace newsindex {
namespace {

// The plain definition: the days that the article covers lie within the range.
bool covers(const DayRange& range, std::int32_t day) {
  if (day == kUndated) return false;
  const DayRange days = days_of_column(day);
  return range.first <= days.first && days.last <= range.last;
}

TEST(DayFilter, HoldsWhatCoversDaysWithinTheRange) {
  std::vector<std::int32_t> days{kUndated};
  for (const char* date : {"1960", "1969-12", "1969-12-31", "2022-12-31", "2023", "2023-01",
                           "2023-01-01", "2023-02", "2023-02-28", "2023-12", "2023-12-31", "2024"})
    days.push_back(column_day(published_from_iso(date)));
  const std::vector<const char*> ends{"1960-01-01", "1969-12-01", "1969-12-30", "2022-12-31",
                                      "2023-01-01", "2023-01-02", "2023-02-28", "2023-12-30",
                                      "2023-12-31", "2024-12-31"};
  for (const char* first : ends)
    for (const char* last : ends) {
      const DayRange range{published_from_iso(first)->day, published_from_iso(last)->day};
      if (range.last < range.first) continue;
      const DayFilter filter(range);
      DocidList expected;
      for (std::size_t i = 0; i < days.size(); ++i)
        if (covers(range, days[i])) expected.push_back(static_cast<Docid>(i + 1));
      EXPECT_EQ(filter.all(days), expected) << first << " " << last;
      EXPECT_EQ(filter.among(std::vector<Docid>{1, 2, 5, 9}, days),
                intersection(expected, std::vector<Docid>{1, 2, 5, 9}));
    }
}

}  // namespace
}  // namespace newsindex
