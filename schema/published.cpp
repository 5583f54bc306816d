// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/published.h"

#include <cstdio>
#include <cstdlib>

namespace newsindex {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kSecondsPerDay = 86'400;

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string four_digits(int number) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d", number);
  return text;
}

// Reads exactly `digits` digits at `at`; moves `at` past them.
std::optional<int> take_digits(std::string_view text, std::size_t& at, std::size_t digits) {
  if (text.size() < at + digits) return std::nullopt;
  int number = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    number = number * 10 + (text[i] - '0');
  }
  at += digits;
  return number;
}

bool take(std::string_view text, std::size_t& at, char c) {
  if (at >= text.size() || text[at] != c) return false;
  ++at;
  return true;
}

// Reads "Z", "+09:00", or nothing. False for anything else.
bool take_zone(std::string_view text, std::size_t& at, std::optional<int>& offset) {
  if (at == text.size()) return true;
  if (take(text, at, 'Z')) {
    offset = 0;
    return true;
  }
  const int sign = take(text, at, '+') ? 1 : take(text, at, '-') ? -1 : 0;
  const auto hours = take_digits(text, at, 2);
  if (sign == 0 || !hours || !take(text, at, ':')) return false;
  const auto minutes = take_digits(text, at, 2);
  if (!minutes || *hours > 14 || *minutes > 59) return false;
  offset = sign * (*hours * 60 + *minutes);
  return true;
}

bool take_time(std::string_view text, std::size_t& at, Published& published) {
  const auto hour = take_digits(text, at, 2);
  if (!hour || !take(text, at, ':')) return false;
  const auto minute = take_digits(text, at, 2);
  if (!minute || *hour > 23 || *minute > 59) return false;
  published.second_of_day = *hour * 3600 + *minute * 60;
  published.precision = Precision::minute;
  if (take(text, at, ':')) {
    const auto second = take_digits(text, at, 2);
    if (!second || *second > 59) return false;
    published.second_of_day += *second;
    published.precision = Precision::second;
  }
  return take_zone(text, at, published.utc_offset_minutes);
}

std::string zone_text(int offset) {
  if (offset == 0) return "Z";
  const int size = std::abs(offset);
  return (offset < 0 ? "-" : "+") + two_digits(size / 60) + ":" + two_digits(size % 60);
}

}  // namespace

std::string to_iso(Day day) {
  return four_digits(static_cast<int>(day.year())) + "-" +
         two_digits(static_cast<int>(static_cast<unsigned>(day.month()))) + "-" +
         two_digits(static_cast<int>(static_cast<unsigned>(day.day())));
}

std::string to_iso(const Published& published) {
  const std::string day = to_iso(published.day);
  switch (published.precision) {
    case Precision::year: return day.substr(0, 4);
    case Precision::month: return day.substr(0, 7);
    case Precision::day: return day;
    case Precision::minute:
    case Precision::second: break;
  }
  const int second = published.second_of_day;
  std::string text = day + "T" + two_digits(second / 3600) + ":" + two_digits(second / 60 % 60) +
                     ":" + two_digits(second % 60);
  if (published.utc_offset_minutes) text += zone_text(*published.utc_offset_minutes);
  return text;
}

std::optional<Published> published_from_iso(std::string_view text) {
  using namespace std::chrono;
  Published published;
  published.precision = Precision::year;
  std::size_t at = 0;
  const auto year_number = take_digits(text, at, 4);
  if (!year_number) return std::nullopt;
  int month_number = 1;
  int day_number = 1;
  if (take(text, at, '-')) {
    const auto number = take_digits(text, at, 2);
    if (!number) return std::nullopt;
    month_number = *number;
    published.precision = Precision::month;
    if (take(text, at, '-')) {
      const auto of_month = take_digits(text, at, 2);
      if (!of_month) return std::nullopt;
      day_number = *of_month;
      published.precision = Precision::day;
      if (take(text, at, 'T') && !take_time(text, at, published)) return std::nullopt;
    }
  }
  published.day = year{*year_number} / month{static_cast<unsigned>(month_number)} /
                  std::chrono::day{static_cast<unsigned>(day_number)};
  if (at != text.size() || !published.day.ok()) return std::nullopt;
  return published;
}

std::int64_t to_unix_seconds(const Published& published) {
  const std::int64_t day = sys_days(published.day).time_since_epoch().count();
  return day * kSecondsPerDay + published.second_of_day -
         std::int64_t{60} * published.utc_offset_minutes.value_or(0);
}

DayRange days_covered(const Published& published) {
  using namespace std::chrono;
  const Day day = published.day;
  switch (published.precision) {
    case Precision::year: return {day.year() / January / 1, day.year() / December / 31};
    case Precision::month:
      return {day.year() / day.month() / 1, last_day_of_month(day.year() / day.month())};
    case Precision::day:
    case Precision::minute:
    case Precision::second: break;
  }
  return {day, day};
}

Day next_day(Day day) { return sys_days(day) + days(1); }
Day previous_day(Day day) { return sys_days(day) - days(1); }
Day last_day_of_month(std::chrono::year_month month) { return sys_days(month / std::chrono::last); }

}  // namespace newsindex
