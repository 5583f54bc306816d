// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in the shapes the world prints them: ISO 8601, RFC 2822, with month names of some sixty
// languages, numeric, with or without a time and a zone, of other calendars, "3 hours ago". 24:00
// is 0:00 of the next day. We keep what was printed and, separately, what we believe. A text that
// could be a date but names a day or time that does not exist (31 February, hour 25) or a year
// outside 1600..2200 is not a date.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/extract/dates/date_order.h"
#include "schema/published.h"

namespace newsindex {

struct DateOptions {
  DateOrder order = DateOrder::automatic;   // of day and month in 04/02/2023
  std::optional<Published> reference_time;  // what "3 hours ago" counts from
  std::string_view language;                // ISO 639-1 if known: settles names and habits
  std::optional<Day> latest{};              // of a page: no later day is that of publication
};

// What decides between 4 February and April 2 for "04/02/2023", first to last: the order asked for;
// a number above 12; dots (always day first where possible); the language (French prints the day
// first); a 12-hour clock (month first, the habit of the United States). When nothing decides,
// `published` is the day-first reading, as most of the world prints dates, and `other_reading` is
// the month-first one.
struct DateReading {
  Published published;  // evidence: the words of the date; ambiguous: they allow two readings
  bool order_undecided = false;            // nothing decided between two readings
  std::optional<Published> other_reading;  // set if and only if order_undecided
  OrderClue clue = OrderClue::none;        // the numbers allow only this order of day and month
  std::size_t start = 0;                   // bytes [start, end) of the text are the date
  std::size_t end = 0;
};

// Reads a text that is a date and nothing else, such as a field of JSON. Only here: a year alone,
// "2023-04", dates without separators, two-digit years after a month name, and Unix time in seconds
// (10 digits) or milliseconds (13); and of several days ("May 10-11, 1997") the first.
std::optional<DateReading> read_date(std::string_view text, const DateOptions& options = {});

// The first date in a line such as "Status: 04/02/2023 3:24 p.m". Days come before mere months, and
// those of our calendar before the same in another. A time beside the date belongs to it. Several
// days ("June 21 - 25, 1999", "vom 10. bis 11. Mai 1997") are when something takes place, and no
// date.
std::optional<DateReading> find_date(std::string_view line, const DateOptions& options = {});

}  // namespace newsindex
