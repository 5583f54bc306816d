// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/date_terms.h"

#include <algorithm>

#include "schema/terms.h"

namespace newsindex {
namespace {

using namespace std::chrono;

bool holds(const DayRange& outer, const DayRange& inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

bool meets(const DayRange& a, const DayRange& b) { return a.first <= b.last && b.first <= a.last; }

DayRange days_of(year_month month) { return {month / 1, last_day_of_month(month)}; }
DayRange days_of(year each) { return {each / January / 1, each / December / 31}; }

void add_days(const DayRange& days, std::vector<std::string>& terms) {
  for (Day day = days.first; day <= days.last; day = next_day(day)) terms.push_back(day_term(day));
}

void add_months(const DayRange& days, const DayRange& within, std::vector<std::string>& terms) {
  const year_month last = within.last.year() / within.last.month();
  for (year_month month = within.first.year() / within.first.month(); month <= last;
       month += months(1)) {
    const DayRange whole = days_of(month);
    if (!meets(days, whole)) continue;
    if (holds(days, whole))
      terms.push_back(month_term(month));
    else
      add_days({std::max(days.first, whole.first), std::min(days.last, whole.last)}, terms);
  }
}

}  // namespace

std::vector<std::string> terms_of_days(DayRange days, DayRange known) {
  std::vector<std::string> terms;
  for (year each = std::max(days.first.year(), known.first.year());
       each <= std::min(days.last.year(), known.last.year()); ++each) {
    const DayRange whole = days_of(each);
    if (holds(days, whole))
      terms.push_back(year_term(each));
    else
      add_months(days, whole, terms);
  }
  return terms;
}

}  // namespace newsindex
