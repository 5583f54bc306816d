// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars beside the Gregorian one, as ICU reckons them. Their years are far from ours (2562,
// 1398, 5779), so a year tells that another calendar is meant, and the name of the month or the
// language tells which.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "schema/published.h"

namespace newsindex {

enum class WorldCalendar : std::uint8_t {
  buddhist,
  persian,
  islamic,
  hebrew,
  ethiopic,
  republic,  // of China
  japanese,
};

struct CalendarRow {
  WorldCalendar calendar;
  const char* icu;  // the name of ICU
  int first_year;   // its years that dates of news may have
  int last_year;
  std::string_view numeric;  // languages in which numbers alone may be meant by it: "th lo"
  std::string_view locales;  // those whose names of its months are known
};

std::span<const CalendarRow> world_calendars();

// Where a number of a year can be of that calendar.
bool has_year(WorldCalendar calendar, std::int64_t year);

// The calendar that numbers alone are of, where the year cannot be Gregorian.
std::optional<WorldCalendar> numeric_calendar(std::int64_t year, std::string_view language);

// Whether the word is of a script whose languages count years by the Buddhist calendar.
bool is_of_buddhist_script(std::string_view word);

// The Gregorian day; empty where there is no such day. Months count from 1 as ICU counts them.
std::optional<Day> gregorian_day(WorldCalendar calendar, std::int64_t year, int month, int day);

// An era at the beginning of a text: "平成", "民國".
struct Era {
  WorldCalendar calendar;
  int number;  // of ICU
  std::size_t bytes;
};
std::optional<Era> era_at(std::string_view text);
// That of "H31.4.10".
std::optional<Era> era_of_letter(char letter);

// The same for a year of an era.
std::optional<Day> gregorian_day(const Era& era, std::int64_t year, int month, int day);

}  // namespace newsindex
