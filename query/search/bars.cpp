// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/bars.h"

#include <chrono>

namespace newsindex {
namespace {

using namespace std::chrono;

constexpr std::int64_t kDaysInWeek = 7;
constexpr std::int64_t kMonthsInYear = 12;
constexpr std::int64_t kMonthsInQuarter = 3;
constexpr std::int64_t kQuartersInYear = 4;
constexpr std::int64_t kDayOfMonday = 4;  // 1970-01-05, the first Monday since 1970-01-01

std::int64_t floor_divided(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}

// Weeks start on Monday; the week of 1970-01-01 has number 0.
std::int64_t week_of(std::int64_t day) {
  return floor_divided(day - kDayOfMonday, kDaysInWeek) + 1;
}

std::string digits(std::int64_t number, std::size_t least) {
  std::string text = std::to_string(number);
  if (text.size() < least) text.insert(0, least - text.size(), '0');
  return text;
}

// A week belongs to the year of its Thursday.
std::string name_of_week(std::int64_t week) {
  const sys_days thursday{days(week * kDaysInWeek)};
  const year of = year_month_day(thursday).year();
  const auto before = (thursday - sys_days(of / January / 1)).count();
  return digits(static_cast<int>(of), 4) + "-W" + digits(before / kDaysInWeek + 1, 2);
}

std::string name_of_month(std::int64_t bar) {
  Published published;
  published.precision = Precision::month;
  published.day = year(static_cast<int>(bar / kMonthsInYear)) /
                  month(static_cast<unsigned>(bar % kMonthsInYear) + 1) / 1;
  return to_iso(published);
}

std::int64_t longest_empty_stretch(Step step) {
  constexpr std::int64_t kCentury = 100, kWeeksInYear = 52, kDays = 10'000;
  switch (step) {
    case Step::day: return kDays;
    case Step::week: return kCentury * kWeeksInYear;
    case Step::month: return kCentury * kMonthsInYear;
    case Step::quarter: return kCentury * kQuartersInYear;
    case Step::year: break;
  }
  return kCentury;
}

}  // namespace

std::optional<std::int64_t> bar_of(std::int64_t day, Precision precision, Step step) {
  if (step == Step::day || step == Step::week) {
    if (precision < Precision::day) return std::nullopt;
    return step == Step::day ? day : week_of(day);
  }
  const year_month_day date{sys_days(days(day))};
  const auto year = static_cast<std::int64_t>(static_cast<int>(date.year()));
  if (step == Step::year) return year;
  if (precision < Precision::month) return std::nullopt;
  const std::int64_t months =
      year * kMonthsInYear + static_cast<std::int64_t>(static_cast<unsigned>(date.month())) - 1;
  return step == Step::month ? months : floor_divided(months, kMonthsInQuarter);
}

std::string name_of_bar(std::int64_t bar, Step step) {
  switch (step) {
    case Step::day: return to_iso(year_month_day(sys_days(days(bar))));
    case Step::week: return name_of_week(bar);
    case Step::month: return name_of_month(bar);
    case Step::quarter:
      return digits(bar / kQuartersInYear, 4) + "-Q" + std::to_string(bar % kQuartersInYear + 1);
    case Step::year: break;
  }
  return digits(bar, 4);
}

std::vector<std::int64_t> bars_between(const BarCounts& counts, Step step) {
  const std::int64_t longest = longest_empty_stretch(step);
  std::vector<std::int64_t> bars;
  for (const auto& [bar, articles] : counts) {
    if (!bars.empty() && bar - bars.back() <= longest)
      while (bars.back() + 1 < bar) bars.push_back(bars.back() + 1);
    bars.push_back(bar);
  }
  return bars;
}

}  // namespace newsindex
