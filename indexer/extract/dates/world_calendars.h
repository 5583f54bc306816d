// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars other than the Gregorian one, computed by ICU. Their years are far from ours (2562,
// 1398, 5779): the year shows that another calendar is meant, and the name of the month or the
// language shows which one.
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
  const char* icu;  // its name in ICU
  int first_year;   // the range of its years in the dates of news
  int last_year;
  std::string_view numeric;  // languages whose all-numeric dates may use it: "th lo"
  std::string_view locales;  // locales whose names of its months are known
};

std::span<const CalendarRow> world_calendars();

// True if `year` is in the range of years of that calendar.
bool has_year(WorldCalendar calendar, std::int64_t year);

// The calendar of an all-numeric date whose year cannot be Gregorian; empty if none fits.
std::optional<WorldCalendar> numeric_calendar(std::int64_t year, std::string_view language);

// True if the script of the word is Thai, Lao or Khmer: their languages use Buddhist years.
bool is_of_buddhist_script(std::string_view word);

// The Gregorian day; empty if there is no such day. Months count from 1, in the order of ICU.
std::optional<Day> gregorian_day(WorldCalendar calendar, std::int64_t year, int month, int day);

// An era at the beginning of a text: "平成", "民國".
struct Era {
  WorldCalendar calendar;
  int number;  // its number in ICU
  std::size_t bytes;
};
std::optional<Era> era_at(std::string_view text);
// The era of a letter, such as H in "H31.4.10".
std::optional<Era> era_of_letter(char letter);

// The same for a year of an era.
std::optional<Day> gregorian_day(const Era& era, std::int64_t year, int month, int day);

}  // namespace newsindex
