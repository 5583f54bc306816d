// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates.h"

#include <algorithm>
#include <array>

#include "indexer/extract/dates/dates_ago.h"
#include "indexer/extract/dates/dates_calendar.h"
#include "indexer/extract/dates/dates_clock.h"
#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/dates/dates_ranges.h"
#include "indexer/extract/dates/dates_tokens.h"
#include "indexer/extract/dates/moments.h"
#include "schema/text/ascii.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

// Longer texts are not dates.
constexpr std::size_t kMaxDateBytes = 120;
// How many tokens may stand between a day and its time: ", Sunday | at".
constexpr std::size_t kMaxGap = 5;

constexpr std::array<std::string_view, 29> kWordsBeforeTime{
    "เวลา", "at",   "um",  "à",   "a",     "las",  "às",    "as",    "alle", "ore",
    "ora",  "kl",   "klo", "om",  "o",     "godz", "в",     "о",     "v",    "ob",
    "saat", "στις", "lúc", "jam", "pukul", "la",   "gegen", "kello", "les"};
constexpr std::array<std::string_view, 25> kWordsBeforeDay{
    "the",  "le",  "el", "den", "der", "am",   "on", "il", "lo",  "dia", "día", "op", "of",
    "dnia", "dne", "a",  "d",   "de",  "ngày", "o",  "em", "vom", "del", "du",  "dal"};
constexpr std::array<std::string_view, 7> kWeekWords{"星", "期", "周", "週", "曜", "礼", "拜"};

bool is_weekday_at(const DateTokens& tokens, std::size_t i) {
  return tokens.is_word(i) && (tokens.is_word_of(i, kWeekWords) || is_weekday(tokens.words(i)));
}

// A mark that may stand between the parts of a date: , . ( ) | - / @ · •
bool is_gap_mark(const DateTokens& tokens, std::size_t i) {
  return tokens.is_mark_of(i, ",.()|-/@") ||
         (tokens.is_mark(i) && (tokens[i].value == 0xB7 || tokens[i].value == 0x2022));
}

struct Found {
  CalendarReading calendar;
  std::optional<ClockReading> clock;
  std::size_t begin = 0;  // tokens [begin, end)
  std::size_t end = 0;
  bool impossible = false;  // followed by a time that does not exist
};

// A time that follows the day, past commas, "at", a weekday in brackets.
void add_clock_after(const DateTokens& tokens, Found& found) {
  ClockPlace place = ClockPlace::anywhere;
  std::size_t i = found.end;
  const bool iso = tokens.is_word_of(i, {"t"}) && !tokens.spaced(i) && tokens.is_number(i + 1);
  if (iso) {
    place = ClockPlace::after_t;
    ++i;
  }
  for (const std::size_t last = i + kMaxGap; i < std::min(last, tokens.size()); ++i) {
    if (auto clock = clock_at(tokens, i, place)) {
      found.clock = clock;
      found.end = clock->end;
      return;
    }
    found.impossible = iso || is_clock_like(tokens, i);
    if (tokens.is_word_of(i, kWordsBeforeTime)) {
      place = ClockPlace::after_word;
    } else if (!is_gap_mark(tokens, i) && !is_weekday_at(tokens, i)) {
      return;
    }
  }
}

bool is_gap(const DateTokens& tokens, std::size_t i) {
  return is_gap_mark(tokens, i) || tokens.is_word_of(i, kWordsBeforeDay) ||
         is_weekday_at(tokens, i);
}

// Extends the date back to the weekday before it, if there is one.
void add_weekday_before(const DateTokens& tokens, Found& found) {
  for (std::size_t i = found.begin; i > 0 && found.begin - i < 3; --i) {
    if (is_weekday_at(tokens, i - 1)) {
      found.begin = i - 1;
      return;
    }
    if (!tokens.is_mark_of(i - 1, ",.(") && !tokens.is_word_of(i - 1, kWordsBeforeDay)) return;
  }
}

// "3:24 p.m. EDT, Sunday, April 2, 2023", "15:24 | 02.04.2023".
void add_clock_before(const DateTokens& tokens, Found& found) {
  std::size_t gap = found.begin;
  while (gap > 0 && found.begin - gap < kMaxGap && is_gap(tokens, gap - 1)) --gap;
  constexpr std::size_t kLongestClock = 9;
  for (std::size_t i = gap > kLongestClock ? gap - kLongestClock : 0; i < found.begin; ++i) {
    if (!tokens.is_number(i)) continue;
    auto clock = clock_at(tokens, i, ClockPlace::anywhere);
    if (!clock || clock->end < gap || clock->end > found.begin) continue;
    found.clock = clock;
    found.begin = i;
    return;
  }
}

// A date must not be a piece of something longer: 1/2/3/2023, v1.2.2012, 31 February 2023.
bool is_piece(const DateTokens& tokens, const CalendarReading& calendar) {
  const std::size_t begin = calendar.begin;
  if (begin > 0 && calendar.precision == Precision::month && tokens.is_word(begin)) {
    std::size_t before = begin - 1;
    while (before > 0 && tokens.is_mark_of(before, ".-,")) --before;
    if (tokens.digits(before) == 1 || tokens.digits(before) == 2) return true;
  }
  if (begin > 0 && !tokens.spaced(begin)) {
    const bool joined =
        tokens.is_mark_of(begin - 1, "/.-:") && begin > 1 && !tokens.spaced(begin - 1);
    if (joined && tokens.is_number(begin - 2)) return true;
    if (tokens.is_word(begin - 1) &&
        static_cast<unsigned char>(tokens.words(begin - 1)[0]) < 0x80) {
      return true;
    }
  }
  const std::size_t end = calendar.end;
  return tokens.is_mark_of(end, "/-.") && !tokens.spaced(end) && tokens.is_number(end + 1) &&
         !tokens.spaced(end + 1) && !zone_at(tokens, end);
}

std::optional<Found> found_at(const DateTokens& tokens, std::size_t i,
                              const CalendarOptions& options) {
  auto calendar = calendar_at(tokens, i, options);
  if (!calendar) return std::nullopt;
  const auto days = take_first_day(tokens, options.language, *calendar);
  if (days == DaysBefore::other_month || is_piece(tokens, *calendar)) return std::nullopt;
  Found found{*calendar, calendar->clock, calendar->begin, calendar->end};
  if (found.calendar.precision > Precision::month) {
    if (!found.clock) add_clock_after(tokens, found);
    if (found.impossible && !found.clock) return std::nullopt;
    add_weekday_before(tokens, found);
    if (!found.clock) add_clock_before(tokens, found);
  }
  return found;
}

constexpr std::array<std::string_view, 35> kDayFirstLanguages{
    "de", "fr", "es", "it", "pt", "nl", "da", "nb", "no", "nn", "fi", "pl",
    "cs", "sk", "hr", "sl", "ro", "tr", "el", "ru", "uk", "bg", "sr", "id",
    "ca", "et", "lv", "ar", "he", "vi", "th", "hi", "gl", "is", "ms"};

DateOrder decided_order(const DateOptions& options, bool twelve_hour) {
  if (options.order != DateOrder::automatic) return options.order;
  if (std::ranges::find(kDayFirstLanguages, options.language) != kDayFirstLanguages.end()) {
    return DateOrder::day_first;
  }
  return twelve_hour ? DateOrder::month_first : DateOrder::automatic;
}

void set_clock(const std::optional<ClockReading>& clock, Published& published) {
  if (!clock) return;
  published.second_of_day = clock->second_of_day;
  published.precision = clock->precision;
  if (clock->second_of_day == kEndOfDay) {
    published.day = next_day(published.day);
    published.second_of_day = 0;
  }
  if (clock->zone) {
    published.utc_offset_minutes = offset_of(*clock->zone, published.day, published.second_of_day);
  }
}

Published published_on(Day day, const Found& found, std::string_view evidence) {
  Published published;
  published.day = day;
  published.precision = found.calendar.precision;
  published.evidence = evidence;
  published.ambiguous = found.calendar.month_first.has_value();
  set_clock(found.clock, published);
  return published;
}

DateReading reading_of(const DateTokens& tokens, const Found& found, const DateOptions& options) {
  DateReading reading;
  reading.start = tokens[found.begin].start;
  reading.end = tokens[found.end - 1].end;
  reading.clue = found.calendar.clue;
  const std::string_view words = tokens.text().substr(reading.start, reading.end - reading.start);
  reading.published = published_on(found.calendar.day, found, words);
  if (!found.calendar.month_first) return reading;
  const Published month_first = published_on(*found.calendar.month_first, found, words);
  const DateOrder order = decided_order(options, found.clock && found.clock->twelve_hour);
  if (order == DateOrder::month_first) reading.published = month_first;
  if (order == DateOrder::automatic) {
    reading.order_undecided = true;
    reading.other_reading = month_first;
  }
  return reading;
}

DateReading whole_reading(std::string_view text, Published published) {
  DateReading reading;
  published.evidence = text;
  reading.published = std::move(published);
  reading.end = text.size();
  return reading;
}

// True if only words and marks that belong to a date surround `found`.
bool covers(const DateTokens& tokens, const Found& found) {
  for (std::size_t i = 0; i < found.begin; ++i) {
    if (!is_gap(tokens, i)) return false;
  }
  std::size_t end = found.end;
  if (const auto zone = zone_at(tokens, end); zone && !tokens.spaced(end)) end = zone->end;
  for (std::size_t i = end; i < tokens.size(); ++i) {
    if (!is_gap_mark(tokens, i) && !is_weekday_at(tokens, i)) return false;
  }
  return true;
}

std::optional<Found> whole_date(const DateTokens& tokens, const DateOptions& options) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto found = found_at(tokens, i, {true, options.language});
    if (found && covers(tokens, *found)) return found;
  }
  return std::nullopt;
}

std::optional<DateReading> read_ago(std::string_view text, const DateOptions& options) {
  if (!options.reference_time) return std::nullopt;
  const auto ago = find_ago(text, *options.reference_time);
  if (!ago) return std::nullopt;
  DateReading reading;
  reading.published = ago->published;
  reading.published.evidence = text.substr(ago->start, ago->end - ago->start);
  reading.start = ago->start;
  reading.end = ago->end;
  return reading;
}

// True if the text may contain a digit of any script (tested by the first bytes that digits have in
// UTF-8) or a year in Han numerals.
bool may_have_digit(std::string_view text) {
  constexpr std::string_view kFirstBytes = "\xD9\xDB\xDF\xE0\xE1\xEA\xEF\xF0";
  return std::ranges::any_of(text,
                             [&](char c) {
                               return is_digit(c) ||
                                      (c < 0 && kFirstBytes.find(c) != kFirstBytes.npos);
                             }) ||
         text.find("年") != std::string_view::npos;
}

// If `first` begins a range of two whole dates, the token after it: "12.05.2019 - 14.05.2019".
std::optional<std::size_t> end_of_days(const DateTokens& tokens, const Found& first,
                                       const CalendarOptions& options) {
  const std::size_t next = after_until(tokens, first.end);
  if (first.clock || next == first.end) return std::nullopt;
  for (std::size_t i = next; i < next + 3 && i < tokens.size(); ++i) {
    const auto last = found_at(tokens, i, options);
    if (last && last->calendar.precision > Precision::month) return last->end;
    if (!is_gap(tokens, i)) break;
  }
  return std::nullopt;
}

// The first date with a day, a Gregorian one if possible; else the first month.
std::optional<Found> first_date(const DateTokens& tokens, const DateOptions& options) {
  std::optional<Found> other;
  std::optional<Found> month;
  const CalendarOptions how{false, options.language};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.is_mark(i)) continue;
    auto found = found_at(tokens, i, how);
    if (!found) continue;
    if (found->calendar.precision <= Precision::month) {
      if (!month) month = found;
    } else if (found->calendar.several_days) {
      i = found->end - 1;
    } else if (const auto end = end_of_days(tokens, *found, how)) {
      i = *end - 1;
    } else if (found->calendar.other_calendar) {
      if (!other) other = found;
    } else {
      return found;
    }
  }
  return other ? other : month;
}

}  // namespace

std::optional<DateReading> read_date(std::string_view text, const DateOptions& options) {
  const std::string_view date = trimmed(text, " \t\r\n\f\v");
  if (date.empty() || date.size() > kMaxDateBytes) return std::nullopt;
  std::optional<DateReading> reading;
  if (may_have_digit(date)) {
    const DateTokens tokens(date);
    if (auto published = moment(tokens)) {
      reading = whole_reading(date, *std::move(published));
    } else if (const auto found = whole_date(tokens, options)) {
      reading = reading_of(tokens, *found, options);
    }
  }
  if (!reading) {
    reading = read_ago(date, options);
    if (reading && (reading->start != 0 || reading->end != date.size())) return std::nullopt;
  }
  if (!reading) return std::nullopt;
  const auto shift = static_cast<std::size_t>(date.data() - text.data());
  reading->start += shift;
  reading->end += shift;
  return reading;
}

std::optional<DateReading> find_date(std::string_view line, const DateOptions& options) {
  if (may_have_digit(line)) {
    const DateTokens tokens(line);
    if (const auto found = first_date(tokens, options)) return reading_of(tokens, *found, options);
  }
  return read_ago(line, options);
}

}  // namespace newsindex
