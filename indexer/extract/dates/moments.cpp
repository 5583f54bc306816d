// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/moments.h"

#include "indexer/extract/dates/dates_calendar.h"

namespace newsindex {
namespace {

bool is_in_years(Day day) {
  return static_cast<int>(day.year()) >= kFirstYear && static_cast<int>(day.year()) <= kLastYear;
}

Published from_unix_seconds(std::int64_t seconds) {
  constexpr std::int64_t kSecondsPerDay = 86'400;
  Published published;
  published.day = std::chrono::sys_days(std::chrono::days(seconds / kSecondsPerDay));
  published.second_of_day = static_cast<int>(seconds % kSecondsPerDay);
  published.utc_offset_minutes = 0;
  published.precision = Precision::second;
  return published;
}

// "20230402152400", "202304021524".
std::optional<Published> from_packed(std::int64_t number, bool seconds) {
  const std::int64_t minutes = seconds ? number / 100 : number;
  Published published;
  published.day = std::chrono::year{static_cast<int>(minutes / 100'000'000)} /
                  std::chrono::month{static_cast<unsigned>(minutes / 1'000'000 % 100)} /
                  std::chrono::day{static_cast<unsigned>(minutes / 10'000 % 100)};
  const auto hour = static_cast<int>(minutes / 100 % 100);
  const auto minute = static_cast<int>(minutes % 100);
  const int second = seconds ? static_cast<int>(number % 100) : 0;
  const bool midnight = hour == 24 && minute == 0 && second == 0;
  if (!published.day.ok() || !is_in_years(published.day) || (hour > 23 && !midnight) ||
      minute > 59 || second > 59) {
    return std::nullopt;
  }
  if (midnight) published.day = next_day(published.day);
  published.second_of_day = hour % 24 * 3600 + minute * 60 + second;
  published.precision = seconds ? Precision::second : Precision::minute;
  return published;
}

}  // namespace

std::optional<Published> moment(const DateTokens& tokens) {
  const bool fraction = tokens.size() == 3 && tokens.is_mark(1, '.') && tokens.is_number(2);
  if (tokens.size() != 1 && !fraction) return std::nullopt;
  switch (tokens.digits(0)) {
    case 10: return from_unix_seconds(tokens.number(0));
    case 13: return from_unix_seconds(tokens.number(0) / 1000);
    case 12: return from_packed(tokens.number(0), false);
    case 14: return from_packed(tokens.number(0), true);
    default: return std::nullopt;
  }
}

}  // namespace newsindex
