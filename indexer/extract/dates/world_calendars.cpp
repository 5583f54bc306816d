// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/world_calendars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>

#include <unicode/calendar.h>

#include "indexer/extract/dates/dates_calendar.h"

namespace newsindex {
namespace {

constexpr std::array kRows{
    CalendarRow{WorldCalendar::buddhist, "buddhist", 2400, 2743, "th lo km", ""},
    CalendarRow{WorldCalendar::persian, "persian", 1200, 1500, "fa ps", "fa fa_AF en"},
    CalendarRow{WorldCalendar::islamic, "islamic-umalqura", 1300, 1500, "ar", "ar ur"},
    CalendarRow{WorldCalendar::hebrew, "hebrew", 5400, 5999, "", "he en"},
    CalendarRow{WorldCalendar::ethiopic, "ethiopic", 1600, 2100, "", "am"},
    CalendarRow{WorldCalendar::republic, "roc", 1, 200, "", ""},
    CalendarRow{WorldCalendar::japanese, "japanese", 1, 100, "", ""},
};

const CalendarRow& row_of(WorldCalendar calendar) {
  return *std::ranges::find(kRows, calendar, &CalendarRow::calendar);
}

bool has_word(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  const std::string padded = " " + std::string(list) + " ";
  return padded.find(" " + std::string(word) + " ") != std::string::npos;
}

// The eras used in printed news, with their numbers in ICU.
struct NamedEra {
  std::string_view name;
  char letter;
  WorldCalendar calendar;
  int number;
};
constexpr std::array kEras{NamedEra{"明治", 'M', WorldCalendar::japanese, 232},
                           NamedEra{"大正", 'T', WorldCalendar::japanese, 233},
                           NamedEra{"昭和", 'S', WorldCalendar::japanese, 234},
                           NamedEra{"平成", 'H', WorldCalendar::japanese, 235},
                           NamedEra{"令和", 'R', WorldCalendar::japanese, 236},
                           NamedEra{"中華民國", 0, WorldCalendar::republic, 1},
                           NamedEra{"中华民国", 0, WorldCalendar::republic, 1},
                           NamedEra{"民國", 0, WorldCalendar::republic, 1},
                           NamedEra{"民国", 0, WorldCalendar::republic, 1}};

std::unique_ptr<icu::Calendar> new_calendar(WorldCalendar calendar) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string locale = std::string("@calendar=") + row_of(calendar).icu;
  std::unique_ptr<icu::Calendar> made(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(locale.c_str()), status));
  if (U_FAILURE(status)) return nullptr;
  made->setLenient(false);
  made->clear();
  return made;
}

std::optional<Day> day_in(icu::Calendar& calendar, std::int64_t year, int month, int day) {
  constexpr double kMillisecondsOfDay = 86'400'000;
  calendar.set(UCAL_YEAR, static_cast<std::int32_t>(year));
  calendar.set(UCAL_MONTH, month - 1);
  calendar.set(UCAL_DATE, day);
  UErrorCode status = U_ZERO_ERROR;
  const UDate moment = calendar.getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  const auto days = static_cast<int>(std::floor(moment / kMillisecondsOfDay));
  const Day found = std::chrono::sys_days(std::chrono::days(days));
  const auto gregorian = static_cast<int>(found.year());
  if (gregorian < kFirstYear || gregorian > kLastYear) return std::nullopt;
  return found;
}

}  // namespace

std::span<const CalendarRow> world_calendars() { return kRows; }

bool has_year(WorldCalendar calendar, std::int64_t year) {
  const CalendarRow& row = row_of(calendar);
  return year >= row.first_year && year <= row.last_year;
}

std::optional<WorldCalendar> numeric_calendar(std::int64_t year, std::string_view language) {
  if (year >= kFirstYear && year <= kLastYear) return std::nullopt;
  for (const CalendarRow& row : kRows)
    if (has_year(row.calendar, year) && has_word(row.numeric, language)) return row.calendar;
  return std::nullopt;
}

bool is_of_buddhist_script(std::string_view word) {
  // Thai and Lao are U+0E00..U+0EFF, Khmer is U+1780..U+17FF.
  return word.size() > 1 && ((word[0] == '\xE0' && word[1] >= '\xB8' && word[1] <= '\xBB') ||
                             (word[0] == '\xE1' && (word[1] == '\x9E' || word[1] == '\x9F')));
}

std::optional<Day> gregorian_day(WorldCalendar calendar, std::int64_t year, int month, int day) {
  if (!has_year(calendar, year)) return std::nullopt;
  const auto reckoned = new_calendar(calendar);
  return reckoned ? day_in(*reckoned, year, month, day) : std::nullopt;
}

std::optional<Era> era_at(std::string_view text) {
  for (const NamedEra& era : kEras)
    if (text.starts_with(era.name)) return Era{era.calendar, era.number, era.name.size()};
  return std::nullopt;
}

std::optional<Era> era_of_letter(char letter) {
  const auto* found = std::ranges::find(kEras, letter, &NamedEra::letter);
  if (letter == 0 || found == kEras.end()) return std::nullopt;
  return Era{found->calendar, found->number, 1};
}

std::optional<Day> gregorian_day(const Era& era, std::int64_t year, int month, int day) {
  if (!has_year(era.calendar, year)) return std::nullopt;
  const auto reckoned = new_calendar(era.calendar);
  if (!reckoned) return std::nullopt;
  reckoned->set(UCAL_ERA, era.number);
  return day_in(*reckoned, year, month, day);
}

}  // namespace newsindex
