// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates_calendar.h"

#include <algorithm>
#include <array>

#include "indexer/extract/dates/dates_names.h"

namespace newsindex {
namespace {

struct Part {
  int value = 0;
  std::size_t end = 0;  // the token after it
};

std::optional<Day> valid_day(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const Day found = std::chrono::year{static_cast<int>(year)} /
                    std::chrono::month{static_cast<unsigned>(month)} /
                    std::chrono::day{static_cast<unsigned>(day)};
  return found.ok() ? std::optional(found) : std::nullopt;
}

std::optional<CalendarReading> reading(std::optional<Day> day, Precision precision,
                                       std::size_t begin, std::size_t end) {
  if (!day) return std::nullopt;
  CalendarReading found;
  found.day = *day;
  found.precision = precision;
  found.begin = begin;
  found.end = end;
  return found;
}

bool is_short(const DateTokens& tokens, std::size_t i) {
  return tokens.digits(i) == 1 || tokens.digits(i) == 2;
}

// The rule of POSIX: 69..99 are of the twentieth century.
int full_year(int two_digits) { return two_digits + (two_digits < 69 ? 2000 : 1900); }

constexpr std::array<std::string_view, 9> kYearWords{"г",    "года", "році", "року", "р",
                                                     "roku", "r",    "m",    "år"};

// A year of four digits, and what some languages say after it ("2023 г.", "2023.").
std::optional<Part> year_at(const DateTokens& tokens, std::size_t i) {
  if (tokens.digits(i) != 4) return std::nullopt;
  Part year{static_cast<int>(tokens.number(i)), i + 1};
  if (!tokens.is_word_of(i + 1, kYearWords)) return year;
  year.end = i + 2;
  if (tokens.is_mark(year.end, '.') && !tokens.spaced(year.end)) ++year.end;
  return year;
}

// The name of a month, with the dot of an abbreviation.
std::optional<Part> month_at(const DateTokens& tokens, std::size_t i, std::string_view language) {
  if (!tokens.is_word(i)) return std::nullopt;
  if (tokens.is_word_of(i, {"tháng", "thg"}) && is_short(tokens, i + 1)) {
    return Part{static_cast<int>(tokens.number(i + 1)), i + 2};
  }
  const auto month = month_named(tokens.words(i), language);
  if (!month) return std::nullopt;
  return Part{*month, i + 1 + (tokens.is_mark(i + 1, '.') && !tokens.spaced(i + 1) ? 1u : 0u)};
}

// A day of the month with its ending: "2", "2nd", "1er", "2.", "1º".
std::optional<Part> day_at(const DateTokens& tokens, std::size_t i) {
  if (!is_short(tokens, i)) return std::nullopt;
  Part day{static_cast<int>(tokens.number(i)), i + 1};
  const bool ending = !tokens.spaced(i + 1) &&
                      tokens.is_word_of(i + 1, {"st", "nd", "rd", "th", "er", "re", "e", "ος"});
  if (ending) ++day.end;
  const auto is_dot = [&](std::size_t at) {
    return tokens.is_mark(at) && !tokens.spaced(at) &&
           (tokens.is_mark(at, '.') || tokens[at].value == 0xBA || tokens[at].value == 0xB0);
  };
  while (is_dot(day.end)) ++day.end;
  return day;
}

// Past "de", "of", "d'", a comma or a hyphen between the parts of a written date.
std::size_t after_connector(const DateTokens& tokens, std::size_t i) {
  if (tokens.is_mark_of(i, ",-/")) ++i;
  if (tokens.is_word_of(i, {"de", "del", "do", "of", "d", "năm", "ה", "ב"})) ++i;
  return i + (tokens.is_mark(i, '\'') ? 1u : 0u);
}

// The year after day and month. Two digits are enough after a hyphen or an apostrophe, or when the
// text is a date anyway, but never those of a time.
std::optional<Part> year_after(const DateTokens& tokens, std::size_t i, bool whole) {
  const std::size_t at = after_connector(tokens, i);
  if (auto year = year_at(tokens, at)) return year;
  const bool sure = whole || tokens.is_mark_of(i, "-'");
  if (!sure || tokens.digits(at) != 2 || tokens.is_mark(at + 1, ':')) return std::nullopt;
  return Part{full_year(static_cast<int>(tokens.number(at))), at + 1};
}

// "2 April 2023", "2. April 2023", "2 de abril de 2023", "26-FEB-1987".
std::optional<CalendarReading> day_month_year(const DateTokens& tokens, std::size_t i,
                                              const CalendarOptions& options) {
  const auto day = day_at(tokens, i);
  if (!day) return std::nullopt;
  const auto month = month_at(tokens, after_connector(tokens, day->end), options.language);
  if (!month) return std::nullopt;
  const auto year = year_after(tokens, month->end, options.whole);
  if (!year) return std::nullopt;
  return reading(valid_day(year->value, month->value, day->value), Precision::day, i, year->end);
}

// "Apr 2 15:24:00 2023", "Sun Apr 02 15:24:00 +0000 2023": the time stands before the year.
std::optional<CalendarReading> with_clock_inside(const DateTokens& tokens, std::size_t i,
                                                 Part month, Part day) {
  if (!is_clock_like(tokens, day.end)) return std::nullopt;
  auto clock = clock_at(tokens, day.end, ClockPlace::anywhere);
  if (!clock) return std::nullopt;
  const auto year = year_at(tokens, clock->end);
  if (!year) return std::nullopt;
  auto found =
      reading(valid_day(year->value, month.value, day.value), Precision::day, i, year->end);
  if (found) found->clock = clock;
  return found;
}

// "April 2, 2023", "Apr. 2nd 2023", and "April 2023".
std::optional<CalendarReading> month_day_year(const DateTokens& tokens, std::size_t i,
                                              const CalendarOptions& options) {
  // Names cost a look-up: without a number near there is no date.
  if (!tokens.is_number(i + 1) && !tokens.is_number(i + 2) && !tokens.is_number(i + 3)) {
    return std::nullopt;
  }
  const auto month = month_at(tokens, i, options.language);
  if (!month) return std::nullopt;
  const std::size_t next = after_connector(tokens, month->end);
  if (const auto year = year_at(tokens, next)) {
    return reading(valid_day(year->value, month->value, 1), Precision::month, i, year->end);
  }
  const auto day = day_at(tokens, next);
  if (!day) return std::nullopt;
  if (auto found = with_clock_inside(tokens, i, *month, *day)) return found;
  const auto year = year_after(tokens, day->end, options.whole);
  if (!year) return std::nullopt;
  return reading(valid_day(year->value, month->value, day->value), Precision::day, i, year->end);
}

// "2023年4月2日", "2023년 4월 2일", and without the day.
std::optional<CalendarReading> east_asian(const DateTokens& tokens, std::size_t i) {
  if (tokens.digits(i) != 4 || !tokens.is_word_of(i + 1, {"年", "년"}) ||
      !is_short(tokens, i + 2) || !tokens.is_word_of(i + 3, {"月", "월"})) {
    return std::nullopt;
  }
  const auto year = tokens.number(i);
  const auto month = tokens.number(i + 2);
  if (is_short(tokens, i + 4) && tokens.is_word_of(i + 5, {"日", "号", "일"})) {
    return reading(valid_day(year, month, tokens.number(i + 4)), Precision::day, i, i + 6);
  }
  return reading(valid_day(year, month, 1), Precision::month, i, i + 4);
}

// "2023. április 2.", "2023-Apr-02", "2023 April".
std::optional<CalendarReading> year_month_name(const DateTokens& tokens, std::size_t i,
                                               const CalendarOptions& options) {
  if (tokens.digits(i) != 4) return std::nullopt;
  const std::size_t at = i + (tokens.is_mark_of(i + 1, ".-,/") ? 2u : 1u);
  const auto month = month_at(tokens, at, options.language);
  if (!month) return std::nullopt;
  const auto year = tokens.number(i);
  const auto day = day_at(tokens, month->end + (tokens.is_mark_of(month->end, "-/") ? 1u : 0u));
  if (day && !is_clock_like(tokens, day->end - 1)) {
    return reading(valid_day(year, month->value, day->value), Precision::day, i, day->end);
  }
  return reading(valid_day(year, month->value, 1), Precision::month, i, month->end);
}

// The same mark between the parts of a numeric date, or 0. Only dots may have space after them.
char separator(const DateTokens& tokens, std::size_t i) {
  for (const char mark : {'-', '/', '.'}) {
    if (!tokens.is_mark(i + 1, mark) || tokens.spaced(i + 1)) continue;
    if (mark != '.' && tokens.spaced(i + 2)) continue;
    return mark;
  }
  return 0;
}

// "2023-04-02", "2023/4/2", "2023. 4. 2."; "2023-04" when the text is a date.
std::optional<CalendarReading> year_first(const DateTokens& tokens, std::size_t i,
                                          const CalendarOptions& options) {
  const char mark = separator(tokens, i);
  if (tokens.digits(i) != 4 || mark == 0 || !is_short(tokens, i + 2)) return std::nullopt;
  const auto year = tokens.number(i);
  const auto month = tokens.number(i + 2);
  if (tokens.is_mark(i + 3, mark) && is_short(tokens, i + 4)) {
    const bool dot = mark == '.' && tokens.is_mark(i + 5, '.') && !tokens.spaced(i + 5);
    return reading(valid_day(year, month, tokens.number(i + 4)), Precision::day, i,
                   i + (dot ? 6 : 5));
  }
  if (!options.whole || tokens.digits(i + 2) != 2 || i + 3 != tokens.size()) return std::nullopt;
  return reading(valid_day(year, month, 1), Precision::month, i, i + 3);
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
std::optional<CalendarReading> year_last(const DateTokens& tokens, std::size_t i, bool whole) {
  const char mark = separator(tokens, i);
  if (mark == 0 || !is_short(tokens, i) || !is_short(tokens, i + 2) ||
      !tokens.is_mark(i + 3, mark)) {
    return std::nullopt;
  }
  const auto year = numeric_year(tokens, i, whole);
  if (!year) return std::nullopt;
  const auto first = tokens.number(i);
  const auto second = tokens.number(i + 2);
  const auto day_first = valid_day(*year, second, first);
  const auto month_first = valid_day(*year, first, second);
  auto found = reading(day_first ? day_first : month_first, Precision::day, i, i + 5);
  if (!found || first == second) return found;
  if (day_first && month_first && mark != '.') {
    found->month_first = month_first;
  } else if (!day_first || !month_first) {
    found->clue = day_first ? OrderClue::day_first : OrderClue::month_first;
  }
  return found;
}

// "20230402T1524", and bare when the text is a date.
std::optional<CalendarReading> packed(const DateTokens& tokens, std::size_t i, bool whole) {
  if (tokens.digits(i) != 8 || (!whole && !tokens.is_word_of(i + 1, {"t"}))) return std::nullopt;
  const auto value = tokens.number(i);
  return reading(valid_day(value / 10'000, value / 100 % 100, value % 100), Precision::day, i,
                 i + 1);
}

std::optional<CalendarReading> year_alone(const DateTokens& tokens, std::size_t i, bool whole) {
  if (!whole || tokens.size() != 1 || tokens.digits(i) != 4) return std::nullopt;
  return reading(valid_day(tokens.number(i), 1, 1), Precision::year, i, i + 1);
}

std::optional<CalendarReading> number_first(const DateTokens& tokens, std::size_t i,
                                            const CalendarOptions& options) {
  if (is_short(tokens, i)) {
    auto found = year_last(tokens, i, options.whole);
    return found ? found : day_month_year(tokens, i, options);
  }
  if (auto found = packed(tokens, i, options.whole)) return found;
  if (auto found = year_first(tokens, i, options)) return found;
  if (auto found = east_asian(tokens, i)) return found;
  if (auto found = year_month_name(tokens, i, options)) return found;
  return year_alone(tokens, i, options.whole);
}

}  // namespace

std::optional<CalendarReading> calendar_at(const DateTokens& tokens, std::size_t i,
                                           const CalendarOptions& options) {
  if (tokens.is_number(i)) return number_first(tokens, i, options);
  return tokens.is_word(i) ? month_day_year(tokens, i, options) : std::nullopt;
}

}  // namespace newsindex
