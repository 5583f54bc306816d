// SPDX-License-Identifier: GPL-3.0-or-later
// Several days named at once: "May 10-11, 1997", "vom 10. bis 11. Mai", "30 July - 2 August". They
// are when something takes place.
#pragma once

#include <optional>

#include "indexer/extract/dates/dates_calendar.h"
#include "indexer/extract/dates/dates_tokens.h"

namespace newsindex {

struct LastDay {
  int day = 0;
  std::size_t end = 0;  // the token after it
};

// Behind the first of several days, "10" of "May 10-11": the last of them, if there is one.
std::optional<LastDay> last_day_at(const DateTokens& tokens, std::size_t i);

enum class DaysBefore : std::uint8_t { none, same_month, other_month };

// What is before the day of a date: the first of several. Where it has the same month, the reading
// is moved to it.
DaysBefore take_first_day(const DateTokens& tokens, std::string_view language,
                          CalendarReading& reading);

// The token after "-", "to", "bis" between two whole dates; i where there is no such thing.
std::size_t after_until(const DateTokens& tokens, std::size_t i);

}  // namespace newsindex
