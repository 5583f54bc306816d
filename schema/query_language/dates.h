// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people write them in a query: 2023, 2023-04, 2023-04-02, ranges A..B, open ranges A..
// and ..B, and periods that move: today, yesterday, last-7-days, last-month, this-week.
//
// last-N-days (weeks, months, years) is the period of that length that ends today. last-week,
// last-month and last-year are the whole calendar period before the current one; this-week,
// this-month and this-year are the whole current one. Weeks begin on Monday.
#pragma once

#include <chrono>
#include <string_view>

#include "schema/published.h"
#include "schema/query_language/ast.h"

namespace newsindex {

// The ends of open ranges.
inline constexpr Day kEarliestDay{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}};
inline constexpr Day kLatestDay{std::chrono::year{9999}, std::chrono::December,
                                std::chrono::day{31}};

// The days of `date:TEXT`. `start` is the position of the text in the query, for messages. Throws
// QueryError when it is not a date, the date does not exist, or the range runs backwards.
DayRange parse_days(std::string_view text, std::size_t start, Day today);

// The days of `after:TEXT`: strictly after the day, month or year (after:2023-04 begins on
// 2023-05-01).
DayRange parse_days_after(std::string_view text, std::size_t start, Day today);

// The days of `before:TEXT`: strictly before the day, month or year (before:2023-04 ends on
// 2023-03-31).
DayRange parse_days_before(std::string_view text, std::size_t start, Day today);

}  // namespace newsindex
