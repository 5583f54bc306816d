// SPDX-License-Identifier: GPL-3.0-or-later
// When an article was published, as far as known: the time, its precision, the words it was read
// from, and whether those words allow another reading.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsindex {

using Day = std::chrono::year_month_day;

enum class Precision : std::uint8_t { year, month, day, minute, second };

struct Published {
  Day day{};              // local calendar day, as printed; an unknown month or day is 1
  int second_of_day = 0;  // 0..86399, local time; 0 when the precision is day or coarser
  std::optional<int> utc_offset_minutes;  // empty when the source names no time zone
  Precision precision = Precision::day;
  std::string evidence;    // the words the date was read from
  bool ambiguous = false;  // the words allow another reading (04/02/2023)

  friend bool operator==(const Published&, const Published&) = default;
};

// An inclusive range of days. REQUIRES: both are valid days; first <= last for a range that can
// match.
struct DayRange {
  Day first;
  Day last;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

// "2023", "2023-04", "2023-04-02", "2023-04-02T15:24:00", "2023-04-02T15:24:00+09:00" or "...Z".
std::string to_iso(const Published& published);

// "2023-04-02".
std::string to_iso(Day day);

// Reads exactly the forms that to_iso writes (other forms of dates are read by
// indexer/extract/dates) and times without seconds. Evidence stays empty. nullopt when the text is
// not such a date.
std::optional<Published> published_from_iso(std::string_view text);

// Seconds since 1970-01-01T00:00:00 UTC; a time without a zone counts as UTC. For ordering.
std::int64_t to_unix_seconds(const Published& published);

// The days on which the article can have been published: one day, or a whole month or year when
// nothing finer is known.
DayRange days_covered(const Published& published);

Day next_day(Day day);
Day previous_day(Day day);
Day last_day_of_month(std::chrono::year_month month);

}  // namespace newsindex
