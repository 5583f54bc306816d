// SPDX-License-Identifier: GPL-3.0-or-later
// Parses dates as they are printed around the world: ISO 8601, RFC 2822, month names in more than
// seventy languages, numeric dates, other calendars, "3 hours ago"; with or without a time and a
// zone. 24:00 is 0:00 of the next day. We keep the printed words and, separately, the date that we
// believe they mean. A text that looks like a date but names a day or time that does not exist (31
// February, hour 25) or a year outside 1600..2200 is not a date.
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
  std::string_view language;                // ISO 639-1 if known: decides names and habits
  std::optional<Day> latest{};              // for a page: the article was not published later
};

// What decides between 4 February and April 2 for "04/02/2023", in this order: a number above 12;
// dots (always day first where possible); the order asked for; the language (French prints the day
// first); a 12-hour clock (month first, the habit of the United States). If nothing decides,
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

// Parses a text that is nothing but a date, such as a JSON field. Unlike find_date, it also accepts
// a year alone, "2023-04", dates without separators, two-digit years after a month name, and Unix
// time in seconds (10 digits) or milliseconds (13). For several days ("May 10-11, 1997") it returns
// the first.
std::optional<DateReading> read_date(std::string_view text, const DateOptions& options = {});

// Returns the first date in a line such as "Status: 04/02/2023 3:24 p.m". A full day is preferred
// to a month without a day, and a Gregorian day to one of another calendar. A time next to the date
// is part of it. Ranges of days ("June 21 - 25, 1999", "vom 10. bis 11. Mai 1997") tell when
// something takes place: they are skipped.
std::optional<DateReading> find_date(std::string_view line, const DateOptions& options = {});

}  // namespace newsindex
