// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/published.h"

#include <gtest/gtest.h>

namespace newsindex {
namespace {

using namespace std::chrono;

TEST(Published, IsWrittenAsPreciselyAsItIsKnownAndReadBack) {
  for (const char* text :
       {"2023", "2023-04", "2023-04-02", "2023-04-02T15:24:00", "2023-04-02T15:24:07Z",
        "2023-04-02T15:24:00+09:00", "2023-04-02T15:24:00-03:30", "1702-12-31"}) {
    const auto published = published_from_iso(text);
    ASSERT_TRUE(published) << text;
    EXPECT_EQ(to_iso(*published), text);
  }
}

TEST(Published, RefusesWhatIsNoDate) {
  for (const char* text : {"", "2023-02-30", "2023-13", "2023-00", "23-04-02",
                           "2023-04-02T24:00:00", "2023-04-02T12:60:00", "2023-04-02 12:00:00",
                           "2023-04-02T12:00:00+25:00", "2023-04-02x", "2023-4-2", "today"})
    EXPECT_FALSE(published_from_iso(text)) << text;
}

TEST(Published, IsOrderedByTheMomentItself) {
  const auto at = [](const char* text) { return to_unix_seconds(*published_from_iso(text)); };
  EXPECT_EQ(at("1970-01-01T00:00:00Z"), 0);
  EXPECT_EQ(at("2023-04-02T09:00:00+09:00"), at("2023-04-02T00:00:00Z"));
  EXPECT_EQ(at("2023-04-02"), at("2023-04-02T00:00:00Z"));
  EXPECT_LT(at("1969-12-31"), 0);
}

TEST(Published, CoversTheDaysItCanMean) {
  const auto covered = [](const char* text) {
    const DayRange days = days_covered(*published_from_iso(text));
    return to_iso(days.first) + ".." + to_iso(days.last);
  };
  EXPECT_EQ(covered("2024"), "2024-01-01..2024-12-31");
  EXPECT_EQ(covered("2024-02"), "2024-02-01..2024-02-29");
  EXPECT_EQ(covered("2024-02-03"), "2024-02-03..2024-02-03");
}

TEST(Days, FollowEachOtherAcrossMonthsAndYears) {
  EXPECT_EQ(to_iso(next_day(year{2023} / December / 31)), "2024-01-01");
  EXPECT_EQ(to_iso(previous_day(year{2024} / March / 1)), "2024-02-29");
}

}  // namespace
}  // namespace newsindex
