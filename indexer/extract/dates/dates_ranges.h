// SPDX-License-Identifier: GPL-3.0-or-later
// Ranges of days: "May 10-11, 1997", "vom 10. bis 11. Mai", "30 July - 2 August". They tell when
// something takes place.
#pragma once

#include <optional>

#include "indexer/extract/dates/dates_calendar.h"
#include "indexer/extract/dates/dates_tokens.h"

namespace newsindex {

struct LastDay {
  int day = 0;
  std::size_t end = 0;  // the token after it
};

// The last day of a range, if token i directly follows the first one ("10" of "May 10-11").
std::optional<LastDay> last_day_at(const DateTokens& tokens, std::size_t i);

enum class DaysBefore : std::uint8_t { none, same_month, other_month };

// Looks before a date for the first day of a range. If both days are in the same month, `reading`
// is changed to begin with the first one.
DaysBefore take_first_day(const DateTokens& tokens, std::string_view language,
                          CalendarReading& reading);

// The token after "-", "to", "bis" between two whole dates; i if there is no such token.
std::size_t after_until(const DateTokens& tokens, std::size_t i);

}  // namespace newsindex
