// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates_calendar.h"

#include <algorithm>
#include <array>

#include "indexer/extract/dates/dates_east_asian.h"
#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/dates/dates_parts.h"
#include "indexer/extract/dates/dates_ranges.h"
#include "indexer/extract/dates/world_calendars.h"

namespace newsindex {

std::optional<Day> valid_day(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const Day found = std::chrono::year{static_cast<int>(year)} /
                    std::chrono::month{static_cast<unsigned>(month)} /
                    std::chrono::day{static_cast<unsigned>(day)};
  return found.ok() ? std::optional(found) : std::nullopt;
}

std::optional<CalendarReading> calendar_reading(std::optional<Day> day, Precision precision,
                                                std::size_t begin, std::size_t end) {
  if (!day) return std::nullopt;
  CalendarReading found;
  found.day = *day;
  found.precision = precision;
  found.begin = begin;
  found.end = end;
  return found;
}

namespace {

bool is_ascii_word(std::string_view word) {
  return static_cast<unsigned char>(word.front()) < 0x80;
}

// The day in the calendar that the month and the year belong to.
std::optional<CalendarReading> reading_of_month(const MonthPart& month, std::int64_t year,
                                                std::int64_t day, const CalendarOptions& options,
                                                std::size_t begin, std::size_t end) {
  if (month.name.gregorian) {
    auto found =
        calendar_reading(valid_day(year, *month.name.gregorian, day), Precision::day, begin, end);
    if (found) return found;
  }
  std::optional<Day> other;
  const auto number = static_cast<int>(day);
  const bool buddhist = is_of_buddhist_script(month.words) ||
                        numeric_calendar(year, options.language) == WorldCalendar::buddhist;
  if (month.name.gregorian && buddhist)
    other = gregorian_day(WorldCalendar::buddhist, year, *month.name.gregorian, number);
  // "Mehr" is a month and also a German word: in ASCII letters, the whole text has to be a date.
  if (options.whole || !is_ascii_word(month.words))
    for (const OtherMonth& each : month.name.others)
      if (!other) other = gregorian_day(each.calendar, year, each.month, number);
  auto found = calendar_reading(other, Precision::day, begin, end);
  if (found) found->other_calendar = true;
  return found;
}

// "April 2023", also of a Buddhist year; months of other calendars do not match Gregorian months.
std::optional<CalendarReading> month_reading(const MonthPart& month, std::int64_t year,
                                             const CalendarOptions& options, std::size_t begin,
                                             std::size_t end) {
  if (!month.name.gregorian) return std::nullopt;
  auto found = reading_of_month({{month.name.gregorian}, month.words, month.end}, year, 1, options,
                                begin, end);
  if (found) found->precision = Precision::month;
  return found;
}

// How certain it is that two digits after day and month are a year.
enum class ShortYear : std::uint8_t {
  no,
  hyphened,  // hyphens between day and month: "26-FEB-87"
  yes,       // the whole text is a date
};

ShortYear short_year(const DateTokens& tokens, std::size_t before_second_part, bool whole) {
  if (tokens.is_mark(before_second_part, '-')) return ShortYear::hyphened;
  return whole ? ShortYear::yes : ShortYear::no;
}

int year_of(int two_digits, const MonthPart& month) {
  constexpr int kBuddhistCentury = 2500;
  return is_of_buddhist_script(month.words) ? kBuddhistCentury + two_digits : full_year(two_digits);
}

// The year after day and month. Two digits are enough after an apostrophe, or if `may_be_short`
// allows it, but never if they belong to a time or are another day ("May 10-11").
std::optional<DatePart> year_after(const DateTokens& tokens, std::size_t i, ShortYear may_be_short,
                                   const MonthPart& month) {
  const std::size_t at = after_connector(tokens, i);
  if (auto year = year_at(tokens, at)) return year;
  const bool hyphen = tokens.is_mark(i, '-');
  const bool sure = tokens.is_mark(i, '\'') || (hyphen && may_be_short == ShortYear::hyphened) ||
                    (!hyphen && may_be_short == ShortYear::yes);
  if (!sure || tokens.digits(at) != 2 || tokens.is_mark(at + 1, ':')) return std::nullopt;
  return DatePart{year_of(static_cast<int>(tokens.number(at)), month), at + 1};
}

// "2 April 2023", "2. April 2023", "2 de abril de 2023", "26-FEB-1987".
std::optional<CalendarReading> day_month_year(const DateTokens& tokens, std::size_t i,
                                              const CalendarOptions& options) {
  const auto day = day_at(tokens, i);
  if (!day) return std::nullopt;
  const auto month = month_at(tokens, after_connector(tokens, day->end), options.language);
  if (!month) return std::nullopt;
  const auto year =
      year_after(tokens, month->end, short_year(tokens, day->end, options.whole), *month);
  if (!year) return std::nullopt;
  return reading_of_month(*month, year->value, day->value, options, i, year->end);
}

// "Apr 2 15:24:00 2023", "Sun Apr 02 15:24:00 +0000 2023": the time comes before the year.
std::optional<CalendarReading> with_clock_inside(const DateTokens& tokens, std::size_t i,
                                                 const MonthPart& month, DatePart day,
                                                 const CalendarOptions& options) {
  if (!is_clock_like(tokens, day.end)) return std::nullopt;
  auto clock = clock_at(tokens, day.end, ClockPlace::anywhere);
  if (!clock) return std::nullopt;
  const auto year = year_at(tokens, clock->end);
  if (!year) return std::nullopt;
  auto found = reading_of_month(month, year->value, day.value, options, i, year->end);
  if (found) found->clock = clock;
  return found;
}

// "April 2, 2023", "Apr. 2nd 2023", and "April 2023".
std::optional<CalendarReading> month_day_year(const DateTokens& tokens, std::size_t i,
                                              const CalendarOptions& options) {
  // Looking up names is costly; without a number nearby there is no date.
  if (!tokens.is_number(i + 1) && !tokens.is_number(i + 2) && !tokens.is_number(i + 3)) {
    return std::nullopt;
  }
  const auto month = month_at(tokens, i, options.language);
  if (!month) return std::nullopt;
  const std::size_t next = after_connector(tokens, month->end);
  if (const auto year = year_at(tokens, next))
    return month_reading(*month, year->value, options, i, year->end);
  const auto day = day_at(tokens, next);
  if (!day) return std::nullopt;
  if (auto found = with_clock_inside(tokens, i, *month, *day, options)) return found;
  ShortYear may_be_short = short_year(tokens, month->end, options.whole);
  const auto last =
      may_be_short == ShortYear::hyphened ? std::nullopt : last_day_at(tokens, day->end);
  if (last) may_be_short = ShortYear::no;
  const auto year = year_after(tokens, last ? last->end : day->end, may_be_short, *month);
  if (!year) return std::nullopt;
  auto found = reading_of_month(*month, year->value, day->value, options, i, year->end);
  if (found) found->several_days = last.has_value();
  return found;
}

// "2023. április 2.", "2023-Apr-02", "2023 m. liepos 10 d.", "2019ko uztailaren 10a", "2023 April".
std::optional<CalendarReading> year_month_name(const DateTokens& tokens, std::size_t i,
                                               const CalendarOptions& options) {
  const auto year = year_at(tokens, i);
  if (!year) return std::nullopt;
  const std::size_t at = year->end + (tokens.is_mark_of(year->end, ".-,/") ? 1u : 0u);
  const auto month = month_at(tokens, at, options.language);
  if (!month) return std::nullopt;
  auto day = day_at(tokens, month->end + (tokens.is_mark_of(month->end, "-/") ? 1u : 0u));
  if (!day || is_clock_like(tokens, day->end - 1))
    return month_reading(*month, year->value, options, i, month->end);
  if (tokens.is_word_of(day->end, {"d"})) day->end += tokens.is_mark(day->end + 1, '.') ? 2u : 1u;
  return reading_of_month(*month, year->value, day->value, options, i, day->end);
}

// "2019. gada 10. jūlijs", "2019 жылғы 10 шілде".
std::optional<CalendarReading> year_day_month(const DateTokens& tokens, std::size_t i,
                                              const CalendarOptions& options) {
  if (tokens.digits(i) != 4) return std::nullopt;
  const std::size_t word = i + (tokens.is_mark(i + 1, '.') ? 2u : 1u);
  if (!is_year_word(tokens, word)) return std::nullopt;
  const auto day = day_at(tokens, word + (tokens.is_mark(word + 1, '.') ? 2u : 1u));
  if (!day) return std::nullopt;
  const auto month = month_at(tokens, day->end, options.language);
  if (!month) return std::nullopt;
  return reading_of_month(*month, tokens.number(i), day->value, options, i, month->end);
}

// The day of a numeric date whose year is token i. If it is not a Gregorian date, the language or
// the script of the digits decides the calendar; if the whole text is a date of no known language,
// the calendar is the Buddhist one.
std::optional<Day> numeric_day(const DateTokens& tokens, std::size_t i, std::int64_t year,
                               std::int64_t month, std::int64_t day,
                               const CalendarOptions& options) {
  if (auto found = valid_day(year, month, day)) return found;
  auto calendar = numeric_calendar(year, options.language);
  if (!calendar && tokens.words(i).starts_with('\xDB')) calendar = WorldCalendar::persian;
  if (!calendar && options.whole && options.language.empty()) calendar = WorldCalendar::buddhist;
  if (!calendar || month > 12 || day > 31) return std::nullopt;
  return gregorian_day(*calendar, year, static_cast<int>(month), static_cast<int>(day));
}

// "26 / 01 / 2022", "26 | 01 | 2022": mark, spaces and digits together make it a date.
bool is_set_wide(const DateTokens& tokens, std::size_t i) {
  constexpr std::size_t kMarks = 2;
  for (std::size_t mark = i + 1; mark < i + 2 * kMarks; mark += 2)
    if (!tokens.spaced(mark) || !tokens.spaced(mark + 1) || tokens.digits(mark - 1) != 2)
      return false;
  return tokens.is_mark_of(i + 1, "-/|") && tokens.digits(i + 2 * kMarks) == 4;
}

// The mark after the first part of a numeric date, or 0. Only dots may have a space after them,
// except in dates that are set wide.
char separator(const DateTokens& tokens, std::size_t i) {
  for (const char mark : {'-', '/', '.'}) {
    if (!tokens.is_mark(i + 1, mark) || tokens.spaced(i + 1)) continue;
    if (mark != '.' && tokens.spaced(i + 2)) continue;
    return mark;
  }
  return is_set_wide(tokens, i) ? static_cast<char>(tokens[i + 1].value) : '\0';
}

// "2023-04-02", "2023/4/2", "2023. 4. 2."; "2023-04" if the whole text is a date.
std::optional<CalendarReading> year_first(const DateTokens& tokens, std::size_t i,
                                          const CalendarOptions& options) {
  const char mark = separator(tokens, i);
  if (tokens.digits(i) != 4 || mark == 0 || !is_short(tokens, i + 2)) return std::nullopt;
  const auto year = tokens.number(i);
  const auto month = tokens.number(i + 2);
  if (tokens.is_mark(i + 3, mark) && is_short(tokens, i + 4)) {
    const bool dot = mark == '.' && tokens.is_mark(i + 5, '.') && !tokens.spaced(i + 5);
    return calendar_reading(numeric_day(tokens, i, year, month, tokens.number(i + 4), options),
                            Precision::day, i, i + (dot ? 6 : 5));
  }
  if (!options.whole || tokens.digits(i + 2) != 2 || i + 3 != tokens.size()) return std::nullopt;
  return calendar_reading(valid_day(year, month, 1), Precision::month, i, i + 3);
}

// The year at the end of a numeric date. In running text two digits need the full shape 04/02/23,
// since 1.2.23 may be anything.
std::optional<int> numeric_year(const DateTokens& tokens, std::size_t i, bool whole) {
  const auto value = static_cast<int>(tokens.number(i + 4));
  if (tokens.digits(i + 4) == 4) return value;
  const bool full = tokens.digits(i) == 2 && tokens.digits(i + 2) == 2;
  if (tokens.digits(i + 4) != 2 || (!full && !whole)) return std::nullopt;
  return full_year(value);
}

// "04/02/2023", "04.02.2023", "4-2-2023".
std::optional<CalendarReading> year_last(const DateTokens& tokens, std::size_t i,
                                         const CalendarOptions& options) {
  const char mark = separator(tokens, i);
  if (mark == 0 || !is_short(tokens, i) || !is_short(tokens, i + 2) ||
      !tokens.is_mark(i + 3, mark)) {
    return std::nullopt;
  }
  const auto year = numeric_year(tokens, i, options.whole);
  if (!year) return std::nullopt;
  const auto first = tokens.number(i);
  const auto second = tokens.number(i + 2);
  const auto day_first = numeric_day(tokens, i + 4, *year, second, first, options);
  const auto month_first = numeric_day(tokens, i + 4, *year, first, second, options);
  auto found = calendar_reading(day_first ? day_first : month_first, Precision::day, i, i + 5);
  if (!found || first == second) return found;
  if (day_first && month_first && mark != '.') {
    found->month_first = month_first;
  } else if (!day_first || !month_first) {
    found->clue = day_first ? OrderClue::day_first : OrderClue::month_first;
  }
  return found;
}

// "20230402T1524"; without the T only if the whole text is a date.
std::optional<CalendarReading> packed_day(const DateTokens& tokens, std::size_t i, bool whole) {
  if (tokens.digits(i) != 8 || (!whole && !tokens.is_word_of(i + 1, {"t"}))) return std::nullopt;
  const auto value = tokens.number(i);
  return calendar_reading(valid_day(value / 10'000, value / 100 % 100, value % 100), Precision::day,
                          i, i + 1);
}

std::optional<CalendarReading> year_alone(const DateTokens& tokens, std::size_t i, bool whole) {
  if (!whole || tokens.size() != 1 || tokens.digits(i) != 4) return std::nullopt;
  return calendar_reading(valid_day(tokens.number(i), 1, 1), Precision::year, i, i + 1);
}

std::optional<CalendarReading> number_first(const DateTokens& tokens, std::size_t i,
                                            const CalendarOptions& options) {
  if (is_short(tokens, i)) {
    auto found = year_last(tokens, i, options);
    return found ? found : day_month_year(tokens, i, options);
  }
  if (auto found = packed_day(tokens, i, options.whole)) return found;
  if (auto found = year_first(tokens, i, options)) return found;
  if (auto found = east_asian_at(tokens, i, options)) return found;
  if (auto found = year_month_name(tokens, i, options)) return found;
  if (auto found = year_day_month(tokens, i, options)) return found;
  return year_alone(tokens, i, options.whole);
}

}  // namespace

std::optional<CalendarReading> calendar_at(const DateTokens& tokens, std::size_t i,
                                           const CalendarOptions& options) {
  if (tokens.is_number(i)) return number_first(tokens, i, options);
  if (!tokens.is_word(i)) return std::nullopt;
  if (auto found = east_asian_at(tokens, i, options)) return found;
  return month_day_year(tokens, i, options);
}

}  // namespace newsindex
