// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar part of a date: the day, month or year that some tokens name, without time and zone.
#pragma once

#include <optional>

#include "indexer/extract/dates/date_order.h"
#include "indexer/extract/dates/dates_clock.h"
#include "indexer/extract/dates/dates_tokens.h"
#include "schema/published.h"

namespace newsindex {

inline constexpr int kFirstYear = 1600;
inline constexpr int kLastYear = 2200;

struct CalendarOptions {
  bool whole = false;  // the whole text should be a date, so shorter forms are accepted
  std::string_view language;
};

struct CalendarReading {
  Day day{};  // the day-first reading if there are two
  Precision precision = Precision::day;
  std::optional<Day> month_first;     // the second reading of 04/02/2023
  OrderClue clue = OrderClue::none;   // of a numeric date with one reading
  std::optional<ClockReading> clock;  // set if the time is inside: "Apr 2 15:24:00 2023"
  bool other_calendar = false;        // the printed day is not in the Gregorian calendar
  bool several_days = false;          // "May 10-11, 1997": the day is the first
  std::size_t begin = 0;              // tokens [begin, end)
  std::size_t end = 0;
};

// The day; empty if it does not exist or its year is outside kFirstYear..kLastYear.
std::optional<Day> valid_day(std::int64_t year, std::int64_t month, std::int64_t day);

// The reading of tokens [begin, end); empty if `day` is empty.
std::optional<CalendarReading> calendar_reading(std::optional<Day> day, Precision precision,
                                                std::size_t begin, std::size_t end);

// The date that starts at token i, which is a number or the name of a month.
std::optional<CalendarReading> calendar_at(const DateTokens& tokens, std::size_t i,
                                           const CalendarOptions& options);

}  // namespace newsindex
