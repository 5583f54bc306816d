// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "schema/query_language/date_spellings.h"
#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

using std::chrono::days;
using std::chrono::Monday;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::years;

constexpr std::string_view kShapes =
    "dates are written 2023, 2023-04, 2023-04-02, 2023-04-01..2023-04-07, today, last-7-days, "
    "this-month or none";

constexpr std::array kMonthNames{"January",   "February", "March",    "April",
                                 "May",       "June",     "July",     "August",
                                 "September", "October",  "November", "December"};

// A date and its position in the query.
struct Place {
  std::string_view text;
  std::size_t start;

  [[noreturn]] void fail(const std::string& sentence,
                         const std::vector<Proposal>& proposals = {}) const {
    throw QueryError(sentence, span(), proposals);
  }
  Span span() const { return {start, start + text.size()}; }
  std::string quoted() const { return "'" + std::string(text) + "'"; }
  Place part(std::size_t from, std::size_t size = std::string_view::npos) const {
    return {text.substr(from, size), start + from};
  }
};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    parts.push_back(text.substr(at, end - at));
    if (end == std::string_view::npos) return parts;
    at = end + 1;
  }
}

// Reads a number of `least` to `most` digits; nullopt for anything else.
std::optional<int> number(std::string_view text, std::size_t least, std::size_t most) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() < least || text.size() > most || !std::all_of(text.begin(), text.end(), digit))
    return std::nullopt;
  return std::stoi(std::string(text));
}

DayRange whole_month(std::chrono::year_month month) {
  return {month / 1, last_day_of_month(month)};
}

DayRange whole_year(year of) {
  return {of / std::chrono::January / 1, of / std::chrono::December / 31};
}

DayRange whole_week(Day day) {
  const sys_days monday = sys_days(day) - (weekday(sys_days(day)) - Monday);
  return {monday, monday + days(6)};
}

// The same day `count` months earlier, or the last day of that month.
Day months_before(Day day, int count) {
  const auto month = day.year() / day.month() - months(count);
  return std::min(Day(month / day.day()), last_day_of_month(month));
}

// ---- 2023, 2023-04, 2023-04-02

DayRange existing_day(const Place& place, std::chrono::year_month month, int of_month) {
  const Day day = month / std::chrono::day{static_cast<unsigned>(of_month)};
  if (day.ok()) return {day, day};
  const auto length = static_cast<unsigned>(last_day_of_month(month).day());
  place.fail("the date " + place.quoted() +
             " does not exist: " + kMonthNames[static_cast<unsigned>(month.month()) - 1] + " " +
             std::to_string(static_cast<int>(month.year())) + " has " + std::to_string(length) +
             " days");
}

// nullopt when the text does not look like a calendar date at all.
std::optional<DayRange> calendar_date(const Place& place) {
  const auto parts = split(place.text, '-');
  const auto year_number = number(parts[0], 4, 4);
  if (!year_number || parts.size() > 3) return std::nullopt;
  if (*year_number == 0)
    place.fail("the year " + place.quoted() + " does not exist: years go from 0001 to 9999");
  if (parts.size() == 1) return whole_year(year{*year_number});
  const auto month_number = number(parts[1], 1, 2);
  if (!month_number) return std::nullopt;
  const auto month = year{*year_number} / std::chrono::month{static_cast<unsigned>(*month_number)};
  if (!month.ok())
    place.fail("the date " + place.quoted() + " does not exist: months go from 01 to 12");
  if (parts.size() == 2) return whole_month(month);
  const auto of_month = number(parts[2], 1, 2);
  if (!of_month) return std::nullopt;
  return existing_day(place, month, *of_month);
}

// ---- today, last-7-days, this-month

enum class Unit { day, week, month, year };

std::optional<Unit> unit_named(std::string_view name) {
  constexpr std::array<std::string_view, 4> kNames{"day", "week", "month", "year"};
  if (name.size() > 3 && name.back() == 's') name.remove_suffix(1);
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Unit>(found - kNames.begin());
}

// The current calendar period (`ago` is 0) or the previous one (1).
DayRange calendar_period(Unit unit, int ago, Day today) {
  switch (unit) {
    case Unit::day: break;
    case Unit::week: return whole_week(sys_days(today) - days(7 * ago));
    case Unit::month: return whole_month(today.year() / today.month() - months(ago));
    case Unit::year: return whole_year(today.year() - years(ago));
  }
  const Day day = sys_days(today) - days(ago);
  return {day, day};
}

// The period of `count` units that ends today.
DayRange rolling_period(const Place& place, Unit unit, int count, Day today) {
  if (count == 0) place.fail(place.quoted() + " is no time at all: count from 1");
  const bool by_days = unit == Unit::day || unit == Unit::week;
  const int length = unit == Unit::week ? count * 7 : unit == Unit::year ? count * 12 : count;
  const Day first =
      by_days ? Day(sys_days(today) - days(length - 1)) : next_day(months_before(today, length));
  if (!first.ok() || first < kEarliestDay) place.fail(place.quoted() + " begins before the year 1");
  return {first, today};
}

// nullopt when the text is not the name of a period.
std::optional<DayRange> named_period(const Place& place, Day today) {
  if (place.text == "today") return calendar_period(Unit::day, 0, today);
  if (place.text == "yesterday") return calendar_period(Unit::day, 1, today);
  const auto parts = split(place.text, '-');
  const auto unit = unit_named(parts.back());
  if (!unit || (parts[0] != "last" && parts[0] != "this")) return std::nullopt;
  if (parts.size() == 2) return calendar_period(*unit, parts[0] == "last" ? 1 : 0, today);
  const auto count = parts.size() == 3 ? number(parts[1], 1, 5) : std::nullopt;
  if (!count || parts[0] != "last") return std::nullopt;
  return rolling_period(place, *unit, *count, today);
}

// ---- one date, and ranges of them

DayRange one_date(const Place& place, Day today) {
  if (const auto days_of = calendar_date(place)) return *days_of;
  if (const auto days_of = named_period(place, today)) return *days_of;
  std::vector<Proposal> proposals;
  if (std::string spelt = spelt_as_date(place.text); !spelt.empty())
    proposals.push_back({place.span(), std::move(spelt)});
  place.fail(place.quoted() + " is not a date; " + std::string(kShapes), proposals);
}

// Throws a QueryError for after:A..B and after:A..before:B; `clause` is "after" or "before".
void refuse_range(const Place& place, std::string_view clause) {
  const std::size_t dots = place.text.find("..");
  if (dots == std::string_view::npos) return;
  const std::string first(place.text.substr(0, dots));
  std::string last(place.text.substr(dots + 2));
  for (const std::string_view name : {"before:", "after:", "date:"})
    if (last.starts_with(name)) last.erase(0, name.size());
  const std::size_t before = clause.size() + 1;
  std::vector<Proposal> proposals;
  if (place.start >= before) {
    const Span whole{place.start - before, place.start + place.text.size()};
    if (!first.empty() && place.text.substr(dots + 2).starts_with("before:"))
      proposals.push_back({whole, "after:" + first + " before:" + last});
    proposals.push_back({whole, "date:" + first + ".." + last, "; write ", " for a range"});
  }
  place.fail("'" + std::string(clause) + ":' takes one date", proposals);
}

}  // namespace

DayRange parse_days(std::string_view text, std::size_t start, Day today) {
  const Place place{text, start};
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return one_date(place, today);
  if (text.size() == 2) place.fail("the range '..' has neither a first nor a last date");
  const Place from = place.part(0, dots);
  const Place to = place.part(dots + 2);
  const Day first = from.text.empty() ? kEarliestDay : one_date(from, today).first;
  const Day last = to.text.empty() ? kLatestDay : one_date(to, today).last;
  if (last < first)
    place.fail("the range " + place.quoted() + " runs backwards",
               {{place.span(), std::string(to.text) + ".." + std::string(from.text)}});
  return {first, last};
}

DayRange parse_days_after(std::string_view text, std::size_t start, Day today) {
  const Place place{text, start};
  refuse_range(place, "after");
  const Day last = one_date(place, today).last;
  if (last >= kLatestDay) place.fail("there is no day after " + place.quoted());
  return {next_day(last), kLatestDay};
}

DayRange parse_days_before(std::string_view text, std::size_t start, Day today) {
  const Place place{text, start};
  refuse_range(place, "before");
  const Day first = one_date(place, today).first;
  if (first <= kEarliestDay) place.fail("there is no day before " + place.quoted());
  return {kEarliestDay, previous_day(first)};
}

}  // namespace newsindex
