// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/day_filter.h"

namespace newsindex {
namespace {

using namespace std::chrono;

std::int32_t number_of(Day day) {
  return static_cast<std::int32_t>(sys_days(day).time_since_epoch().count());
}

// The first start of a month on or after this day.
Day first_month(Day day) {
  if (day.day() == std::chrono::day(1)) return day;
  return (day.year() / day.month() + months(1)) / 1;
}

// The first day of the last month that ends on or before this day.
Day last_month(Day day) {
  const year_month month = day.year() / day.month();
  return (day == last_day_of_month(month) ? month : month - months(1)) / 1;
}

Day first_year(Day day) {
  if (day.month() == January && day.day() == std::chrono::day(1)) return day;
  return (day.year() + years(1)) / January / 1;
}

Day last_year(Day day) {
  const bool is_whole = day.month() == December && day.day() == std::chrono::day(31);
  return (is_whole ? day.year() : day.year() - years(1)) / January / 1;
}

}  // namespace

DayFilter::DayFilter(const DayRange& days)
    : bounds_{Bounds{}, Bounds{number_of(first_year(days.first)), number_of(last_year(days.last))},
              Bounds{number_of(first_month(days.first)), number_of(last_month(days.last))},
              Bounds{number_of(days.first), number_of(days.last)}} {}

DocidList DayFilter::all(std::span<const std::int32_t> days) const {
  DocidList docids(days.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    docids[count] = static_cast<Docid>(i + 1);
    count += holds(days[i]) ? 1u : 0u;
  }
  docids.resize(count);
  return docids;
}

DocidList DayFilter::among(DocidSpan docids, std::span<const std::int32_t> days) const {
  DocidList kept(docids.size());
  std::size_t count = 0;
  for (const Docid docid : docids) {
    kept[count] = docid;
    count += holds(days[docid - 1]) ? 1u : 0u;
  }
  kept.resize(count);
  return kept;
}

}  // namespace newsindex
