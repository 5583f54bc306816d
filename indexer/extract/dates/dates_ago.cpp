// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates_ago.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include <unicode/reldatefmt.h>

#include "indexer/extract/dates/dates_clock.h"
#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/dates/dates_tokens.h"

namespace newsindex {
namespace {

constexpr std::size_t kMaxTextBytes = 200;
constexpr std::int64_t kMaxCount = 10'000;
constexpr std::int64_t kDay = 86'400;

enum class Unit : std::uint8_t { minute, hour, day, week, month, year };

// How long ago: `count` units, or as many as the number in the text says.
struct Phrase {
  Unit unit;
  std::optional<std::int64_t> count;
  bool bare;  // a word such as "yesterday", which ordinary text also uses
};

struct Phrases {
  std::unordered_map<std::string, Phrase> by_key;  // "# hours ago"
  std::size_t most_tokens = 0;
};

// The words of a text, folded for the comparison with phrases; marks are left out.
struct Words {
  std::vector<std::string> folded;
  std::vector<std::size_t> tokens;  // the token index of each word
};

Words words_of(const DateTokens& tokens) {
  Words words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.is_mark(i)) continue;
    words.folded.push_back(tokens.is_number(i) ? "#" : folded_name(tokens.words(i)));
    words.tokens.push_back(i);
  }
  return words;
}

void add(Phrases& phrases, std::string_view text, Phrase phrase) {
  const DateTokens tokens(text);
  const Words words = words_of(tokens);
  std::string key;
  for (const std::string& word : words.folded) key += (key.empty() ? "" : " ") + word;
  if (key.find('#') != std::string::npos) phrase.count.reset();
  phrases.most_tokens = std::max(phrases.most_tokens, words.folded.size());
  phrases.by_key.emplace(std::move(key), phrase);
}

struct NamedUnit {
  Unit unit;
  UDateRelativeUnit icu;
};
constexpr std::array kUnits{
    NamedUnit{Unit::minute, UDAT_RELATIVE_MINUTES}, NamedUnit{Unit::hour, UDAT_RELATIVE_HOURS},
    NamedUnit{Unit::day, UDAT_RELATIVE_DAYS},       NamedUnit{Unit::week, UDAT_RELATIVE_WEEKS},
    NamedUnit{Unit::month, UDAT_RELATIVE_MONTHS},   NamedUnit{Unit::year, UDAT_RELATIVE_YEARS}};

// Numbers that cover every plural form of the languages.
constexpr std::array<std::int64_t, 6> kCounts{1, 2, 3, 5, 11, 100};

void add_phrases(Phrases& phrases, const icu::RelativeDateTimeFormatter& formatter) {
  UErrorCode status = U_ZERO_ERROR;
  std::string utf8;
  const auto take = [&](const icu::UnicodeString& text, Phrase phrase) {
    utf8.clear();
    if (U_SUCCESS(status)) add(phrases, text.toUTF8String(utf8), phrase);
  };
  for (const NamedUnit& unit : kUnits) {
    for (const std::int64_t count : kCounts) {
      icu::UnicodeString text;
      formatter.format(static_cast<double>(count), UDAT_DIRECTION_LAST, unit.icu, text, status);
      take(text, {unit.unit, count, false});
    }
  }
  icu::UnicodeString yesterday;
  formatter.format(UDAT_DIRECTION_LAST, UDAT_ABSOLUTE_DAY, yesterday, status);
  take(yesterday, {Unit::day, 1, true});
  icu::UnicodeString today;
  formatter.format(UDAT_DIRECTION_THIS, UDAT_ABSOLUTE_DAY, today, status);
  take(today, {Unit::day, 0, true});
}

void add_english_shorthand(Phrases& phrases) {
  for (const char* text : {"5 m ago", "5 mins ago"}) add(phrases, text, {Unit::minute, {}, false});
  for (const char* text : {"5 h ago", "5 hrs ago"}) add(phrases, text, {Unit::hour, {}, false});
  add(phrases, "5 d ago", {Unit::day, {}, false});
  add(phrases, "5 w ago", {Unit::week, {}, false});
}

Phrases load_phrases() {
  Phrases phrases;
  for (const char* locale : date_locales()) {
    for (const auto style : {UDAT_STYLE_LONG, UDAT_STYLE_SHORT}) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::RelativeDateTimeFormatter formatter(icu::Locale(locale), nullptr, style,
                                                     UDISPCTX_CAPITALIZATION_NONE, status);
      if (U_SUCCESS(status)) add_phrases(phrases, formatter);
    }
  }
  add_english_shorthand(phrases);
  return phrases;
}

const Phrases& phrases() {
  static const Phrases loaded = load_phrases();
  return loaded;
}

bool means_one(std::string_view folded) {
  constexpr std::array<std::string_view, 16> kOnes{"a",     "an",  "one", "ein", "eine", "einer",
                                                   "einem", "un",  "une", "una", "uno",  "um",
                                                   "uma",   "een", "en",  "et"};
  return std::ranges::find(kOnes, folded) != kOnes.end();
}

struct Match {
  Phrase phrase;
  std::int64_t count = 0;
  std::size_t first = 0;  // words [first, end)
  std::size_t end = 0;
};

// Words [first, end) joined by one space; word `one` is written as a number ("#").
std::string key_of_phrase(const Words& words, std::size_t first, std::size_t end, std::size_t one) {
  std::string key;
  for (std::size_t i = first; i < end; ++i) {
    if (i > first) key += ' ';
    key += i == one ? "#" : words.folded[i];
  }
  return key;
}

std::int64_t number_in(const DateTokens& tokens, const Words& words, std::size_t first,
                       std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    if (words.folded[i] == "#") return tokens.number(words.tokens[i]);
  }
  return 1;
}

// The phrase that words [first, end) form, with its number; "an hour ago" has the number 1.
std::optional<Match> match(const DateTokens& tokens, const Words& words, std::size_t first,
                           std::size_t end) {
  for (std::size_t one = first; one <= end; ++one) {
    // The last round (one == end) takes the words as they are.
    if (one < end && !means_one(words.folded[one])) continue;
    const auto found = phrases().by_key.find(key_of_phrase(words, first, end, one));
    if (found == phrases().by_key.end()) continue;
    const std::int64_t count = number_in(tokens, words, first, end);
    return Match{found->second, found->second.count.value_or(count), first, end};
  }
  return std::nullopt;
}

// The longest phrase that starts at a word.
std::optional<Match> longest_match(const DateTokens& tokens, const Words& words,
                                   std::size_t first) {
  const std::size_t most = std::min(words.folded.size() - first, phrases().most_tokens);
  for (std::size_t length = most; length > 0; --length) {
    if (auto found = match(tokens, words, first, first + length)) return found;
  }
  return std::nullopt;
}

// "Yesterday at 15:24": the time that follows.
std::optional<ClockReading> clock_after(const DateTokens& tokens, std::size_t i) {
  for (const std::size_t last = i + 3; i < last; ++i) {
    if (auto clock = clock_at(tokens, i, ClockPlace::anywhere)) return clock;
  }
  return std::nullopt;
}

Precision precision_of(Unit unit) {
  switch (unit) {
    case Unit::minute:
    case Unit::hour: return Precision::minute;
    case Unit::day:
    case Unit::week: return Precision::day;
    case Unit::month: return Precision::month;
    case Unit::year: break;
  }
  return Precision::year;
}

Day months_before(Day day, int months) {
  const auto month = day.year() / day.month() - std::chrono::months(months);
  return month / std::chrono::day{1};
}

// Moves `published` back by `seconds` of its local clock.
void move_back(Published& published, std::int64_t seconds) {
  const std::int64_t now = std::chrono::sys_days(published.day).time_since_epoch().count() * kDay +
                           published.second_of_day;
  const std::int64_t then = now - seconds;
  const std::int64_t second = ((then % kDay) + kDay) % kDay;
  published.day = std::chrono::sys_days(std::chrono::days((then - second) / kDay));
  published.second_of_day = static_cast<int>(second);
}

std::optional<Published> ago(Unit unit, std::int64_t count, Published now) {
  if (count < 0 || count > kMaxCount || now.precision < Precision::day) return std::nullopt;
  const Precision precision = precision_of(unit);
  if (precision == Precision::minute && now.precision < Precision::minute) return std::nullopt;
  switch (unit) {
    case Unit::minute: move_back(now, count * 60); break;
    case Unit::hour: move_back(now, count * 3600); break;
    case Unit::day: move_back(now, count * kDay); break;
    case Unit::week: move_back(now, count * 7 * kDay); break;
    case Unit::month: now.day = months_before(now.day, static_cast<int>(count)); break;
    case Unit::year: now.day = (now.day.year() - std::chrono::years(count)) / 1 / 1; break;
  }
  now.precision = precision;
  now.ambiguous = false;
  now.evidence.clear();
  if (precision != Precision::minute) {
    now.second_of_day = 0;
    now.utc_offset_minutes.reset();
  }
  return now;
}

// A bare word is a date only if it is the whole text, ends the text after a colon, or has a time.
bool is_meant(const DateTokens& tokens, std::size_t first, std::size_t end, bool timed) {
  return timed || (first == 0 && end == tokens.size()) ||
         (first > 0 && tokens.is_mark(first - 1, ':') && end == tokens.size());
}

std::optional<AgoReading> reading_ago(const DateTokens& tokens, const Words& words,
                                      const Match& match, const Published& now) {
  const std::size_t first = words.tokens[match.first];
  std::size_t end = words.tokens[match.end - 1] + 1;
  auto published = ago(match.phrase.unit, match.count, now);
  if (!published) return std::nullopt;
  const auto clock = match.phrase.bare ? clock_after(tokens, end) : std::nullopt;
  if (match.phrase.bare && !is_meant(tokens, first, end, clock.has_value())) return std::nullopt;
  if (clock) {
    published->second_of_day = clock->second_of_day;
    published->precision = clock->precision;
    if (clock->zone) {
      published->utc_offset_minutes = offset_of(*clock->zone, published->day, clock->second_of_day);
    }
    end = clock->end;
  }
  return AgoReading{*published, tokens[first].start, tokens[end - 1].end};
}

}  // namespace

std::optional<AgoReading> find_ago(std::string_view text, const Published& now) {
  if (text.size() > kMaxTextBytes) return std::nullopt;
  const DateTokens tokens(text);
  const Words words = words_of(tokens);
  for (std::size_t first = 0; first < words.folded.size(); ++first) {
    const auto found = longest_match(tokens, words, first);
    if (!found) continue;
    if (auto reading = reading_ago(tokens, words, *found, now)) return reading;
  }
  return std::nullopt;
}

}  // namespace newsindex
