// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates_ranges.h"

#include <array>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/dates/dates_parts.h"

namespace newsindex {
namespace {

// "10 to 11", "del 10 al 11", "с 10 по 11".
constexpr std::array<std::string_view, 22> kUntil{
    "to", "until", "till", "through", "thru", "bis", "au", "al", "all", "a",   "as",
    "às", "tot",   "t/m",  "til",     "till", "do",  "до", "по", "έως", "ilâ", "hingga"};
// "10 and 11".
constexpr std::array<std::string_view, 14> kAnd{"and", "und", "et",  "y", "e", "en", "og",
                                                "och", "i",   "und", "и", "і", "ja", "ve"};
constexpr std::array<std::string_view, 14> kArticles{"the", "den", "dem", "der", "zum", "le", "el",
                                                     "il",  "o",   "de",  "het", "den", "l",  "em"};
constexpr std::array<std::string_view, 22> kBeginnings{
    "from", "vom", "von", "du",    "del",      "dal",    "de",  "van", "od",  "с",  "between",
    "am",   "on",  "le",  "entre", "zwischen", "tussen", "når", "i",   "the", "op", "den"};
constexpr int kLastOfMonth = 31;

bool is_day(const DateTokens& tokens, std::size_t i) {
  return is_short(tokens, i) && tokens.number(i) >= 1 && tokens.number(i) <= kLastOfMonth;
}

bool is_ordinal(const DateTokens& tokens, std::size_t i) {
  return tokens.is_word_of(i, {"st", "nd", "rd", "th", "er"}) && !tokens.spaced(i);
}

bool is_joint_mark(const DateTokens& tokens, std::size_t i) {
  return tokens.is_mark_of(i, "-/&~+");
}

bool is_joint(const DateTokens& tokens, std::size_t i) {
  return is_joint_mark(tokens, i) || tokens.is_word_of(i, kUntil) || tokens.is_word_of(i, kAnd);
}

// The token that joins the day at `begin` to the day before it; 0 if there is none.
std::size_t joint_before(const DateTokens& tokens, std::size_t begin) {
  std::size_t i = begin;
  while (i > 1 && (tokens.is_word_of(i - 1, kArticles) || tokens.is_mark(i - 1, '\''))) {
    if (is_joint(tokens, i - 1) && !is_joint(tokens, i - 2)) break;
    --i;
  }
  return i > 1 && is_joint(tokens, i - 1) ? i - 1 : 0;
}

// The last token before i that is neither a full stop nor the ending of an ordinal; i if there is
// none.
std::size_t number_before(const DateTokens& tokens, std::size_t i) {
  std::size_t at = i;
  while (at > 0) {
    --at;
    if (!tokens.is_mark(at, '.') && !is_ordinal(tokens, at)) return at;
  }
  return i;
}

bool is_month(const DateTokens& tokens, std::size_t i, std::string_view language) {
  return tokens.is_word(i) && month_named(tokens.words(i), language).has_value();
}

// True if a range may begin at `number`. After other words, a number may be anything ("Issue 3 - 10
// May").
bool begins_days(const DateTokens& tokens, std::size_t number) {
  return number == 0 || tokens.is_mark_of(number - 1, ":(|") ||
         tokens.is_word_of(number - 1, kBeginnings) ||
         (tokens.is_word(number - 1) && is_weekday(tokens.words(number - 1)));
}

}  // namespace

std::optional<LastDay> last_day_at(const DateTokens& tokens, std::size_t i) {
  if (!is_joint(tokens, i)) return std::nullopt;
  std::size_t at = i + 1;
  while (tokens.is_word_of(at, kArticles)) ++at;
  if (!is_day(tokens, at) || tokens.is_mark(at + 1, ':')) return std::nullopt;
  LastDay last{static_cast<int>(tokens.number(at)), at + 1};
  if (is_ordinal(tokens, last.end)) ++last.end;
  return last;
}

DaysBefore take_first_day(const DateTokens& tokens, std::string_view language,
                          CalendarReading& reading) {
  using enum DaysBefore;
  if (reading.precision < Precision::day || tokens.digits(reading.begin) > 2) return none;
  const std::size_t joint = joint_before(tokens, reading.begin);
  if (joint == 0) return none;
  const std::size_t first = number_before(tokens, joint);
  if (is_month(tokens, first, language) && first > 0)
    return is_day(tokens, number_before(tokens, first)) ? other_month : none;
  if (!is_day(tokens, first)) return none;
  if (!tokens.is_number(reading.begin)) {  // "July 30 - August 2"
    return first > 0 && is_month(tokens, number_before(tokens, first), language) ? other_month
                                                                                 : none;
  }
  if (first > 0 && tokens.is_mark(first - 1, ':')) return none;  // a time
  if (tokens.is_mark(joint, '/') && tokens.is_mark(reading.begin + 1, '/'))
    return none;  // 1/2/3/2023
  if (first > 1 && tokens.is_mark_of(first - 1, "./-") && !tokens.spaced(first) &&
      tokens.is_number(first - 2))
    return other_month;
  const bool spaced_mark = is_joint_mark(tokens, joint) && tokens.spaced(joint);
  if (spaced_mark && !begins_days(tokens, first)) return none;
  const auto day = static_cast<unsigned>(tokens.number(first));
  if (day >= static_cast<unsigned>(reading.day.day())) return none;
  reading.day = reading.day.year() / reading.day.month() / std::chrono::day{day};
  reading.month_first.reset();
  reading.several_days = true;
  reading.begin = first;
  return same_month;
}

std::size_t after_until(const DateTokens& tokens, std::size_t i) {
  return tokens.is_mark_of(i, "-~") || tokens.is_word_of(i, kUntil) ? i + 1 : i;
}

}  // namespace newsindex
