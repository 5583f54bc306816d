// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates_clock.h"

#include <algorithm>
#include <array>

#include "indexer/extract/dates/dates_parts.h"

namespace newsindex {
namespace {

enum class Half : std::uint8_t { none, morning, afternoon };

struct Draft {
  int hour = 0;
  int minute = 0;
  int second = 0;
  bool has_minute = false;
  bool has_second = false;
  bool sure = false;  // nothing but a time is written like this
  std::size_t end = 0;
};

// A mark with a two-digit number right after it: ":24".
bool two_digits_after(const DateTokens& tokens, std::size_t i, char mark) {
  return tokens.is_mark(i, mark) && tokens.digits(i + 1) == 2 && !tokens.spaced(i + 1);
}

// Moves past the fraction of a second.
void skip_fraction(const DateTokens& tokens, Draft& draft) {
  if (tokens.is_mark_of(draft.end, ".,") && tokens.is_number(draft.end + 1) &&
      !tokens.spaced(draft.end + 1)) {
    draft.end += 2;
  }
}

// "15:24", "15:24:00.5", "15.24".
std::optional<Draft> digital(const DateTokens& tokens, std::size_t i) {
  if (!is_short(tokens, i) || tokens.spaced(i + 1)) return std::nullopt;
  const char mark = tokens.is_mark(i + 1, ':') ? ':' : '.';
  if (!two_digits_after(tokens, i + 1, mark)) return std::nullopt;
  Draft draft;
  draft.hour = static_cast<int>(tokens.number(i));
  draft.minute = static_cast<int>(tokens.number(i + 2));
  draft.has_minute = true;
  draft.sure = mark == ':';
  draft.end = i + 3;
  if (two_digits_after(tokens, draft.end, mark)) {
    draft.second = static_cast<int>(tokens.number(draft.end + 1));
    draft.has_second = true;
    draft.end += 2;
    skip_fraction(tokens, draft);
  }
  return draft;
}

constexpr std::array<std::string_view, 18> kHourWords{
    "h",    "hs",  "hrs",   "uhr",  "uur", "u",  "heures", "heure", "horas",
    "hora", "ore", "hodin", "godz", "時",  "时", "點",     "点",    "시"};
constexpr std::array<std::string_view, 4> kMinuteWords{"min", "m", "分", "분"};

// "15h24", "15 Uhr", "15 Uhr 24", "15時24分".
std::optional<Draft> lettered_clock(const DateTokens& tokens, std::size_t i) {
  if (!is_short(tokens, i) || !tokens.is_word_of(i + 1, kHourWords)) return std::nullopt;
  Draft draft;
  draft.hour = static_cast<int>(tokens.number(i));
  draft.sure = true;
  // "24 Uhr" is a time of day, but "24h" is a duration.
  draft.has_minute = tokens.is_word_of(i + 1, {"uhr", "時", "时", "點", "点", "시"});
  draft.end = i + 2;
  if (tokens.digits(draft.end) == 2 ||
      (is_short(tokens, draft.end) && tokens.is_word_of(draft.end + 1, kMinuteWords))) {
    draft.minute = static_cast<int>(tokens.number(draft.end));
    draft.has_minute = true;
    ++draft.end;
    if (tokens.is_word_of(draft.end, kMinuteWords)) ++draft.end;
  }
  return draft;
}

// "1524", and "152400" or "15" after a T.
std::optional<Draft> packed_clock(const DateTokens& tokens, std::size_t i, ClockPlace place) {
  const int digits = tokens.digits(i);
  const bool after_t = place == ClockPlace::after_t;
  if (digits != 4 && !(after_t && (digits == 6 || digits == 2))) return std::nullopt;
  const auto value = static_cast<int>(tokens.number(i));
  Draft draft;
  draft.has_minute = digits >= 4;
  draft.has_second = digits == 6;
  const int minutes = draft.has_second ? value / 100 : draft.has_minute ? value : value * 100;
  draft.hour = minutes / 100;
  draft.minute = minutes % 100;
  draft.second = draft.has_second ? value % 100 : 0;
  draft.sure = after_t;
  draft.end = i + 1;
  if (draft.has_second) skip_fraction(tokens, draft);
  return draft;
}

std::optional<Draft> hour_alone(const DateTokens& tokens, std::size_t i) {
  if (!is_short(tokens, i)) return std::nullopt;
  Draft draft;
  draft.hour = static_cast<int>(tokens.number(i));
  draft.end = i + 1;
  return draft;
}

std::optional<Draft> draft_at(const DateTokens& tokens, std::size_t i, ClockPlace place) {
  if (auto draft = digital(tokens, i)) return draft;
  if (auto draft = lettered_clock(tokens, i)) return draft;
  if (auto draft = packed_clock(tokens, i, place)) return draft;
  return hour_alone(tokens, i);
}

struct HalfName {
  std::string_view name;
  Half half;
};
constexpr std::array kHalvesBefore{
    HalfName{"午前", Half::morning}, HalfName{"午後", Half::afternoon},
    HalfName{"上午", Half::morning}, HalfName{"下午", Half::afternoon},
    HalfName{"오전", Half::morning}, HalfName{"오후", Half::afternoon}};

Half half_before(const DateTokens& tokens, std::size_t& i) {
  for (const HalfName& name : kHalvesBefore) {
    if (!tokens.begins(i, name.name)) continue;
    i += tokens.words(i) == name.name ? 1u : 2u;  // Han characters are words of their own
    return name.half;
  }
  return Half::none;
}

Half half_of_letter(const DateTokens& tokens, std::size_t i) {
  if (tokens.is_word_of(i, {"a", "π"})) return Half::morning;
  return tokens.is_word_of(i, {"p", "μ"}) ? Half::afternoon : Half::none;
}

// "am", "pm", "a.m.", "p.m", "p. m.", "π.μ.", "πμ".
Half half_after(const DateTokens& tokens, std::size_t& i) {
  if (tokens.is_word_of(i, {"am", "πμ"}) || tokens.is_word_of(i, {"pm", "μμ"})) {
    return tokens.is_word_of(i++, {"am", "πμ"}) ? Half::morning : Half::afternoon;
  }
  const Half half = half_of_letter(tokens, i);
  if (half == Half::none || !tokens.is_mark(i + 1, '.') || !tokens.is_word_of(i + 2, {"m", "μ"})) {
    return Half::none;
  }
  i += tokens.is_mark(i + 3, '.') && !tokens.spaced(i + 3) ? 4u : 3u;
  return half;
}

// Converts the hour to the 24-hour clock.
void apply(Half half, Draft& draft) {
  if (half == Half::morning && draft.hour == 12) draft.hour = 0;
  if (half == Half::afternoon && draft.hour < 12) draft.hour += 12;
}

bool exists(const Draft& draft) {
  if (draft.hour == 24) return draft.has_minute && draft.minute == 0 && draft.second == 0;
  return draft.hour <= 23 && draft.minute <= 59 && draft.second <= 60;
}

ClockReading clock_reading(const Draft& draft, bool twelve_hour) {
  ClockReading reading;
  reading.second_of_day = draft.hour * 3600 + draft.minute * 60 + std::min(draft.second, 59);
  reading.precision = draft.has_second ? Precision::second : Precision::minute;
  reading.twelve_hour = twelve_hour;
  reading.end = draft.end;
  return reading;
}

void skip_hour_word(const DateTokens& tokens, Draft& draft) {
  if (!tokens.is_word_of(draft.end, {"h", "hs", "hrs", "hr", "uhr", "uur", "hours"})) return;
  draft.sure = true;
  ++draft.end;
  if (tokens.is_mark(draft.end, '.') && !tokens.spaced(draft.end)) ++draft.end;
}

}  // namespace

std::optional<ClockReading> clock_at(const DateTokens& tokens, std::size_t i, ClockPlace place) {
  Half half = half_before(tokens, i);
  auto draft = draft_at(tokens, i, place);
  if (!draft) return std::nullopt;
  if (draft->has_minute) skip_hour_word(tokens, *draft);
  if (half == Half::none) half = half_after(tokens, draft->end);
  const bool twelve_hour = half != Half::none && draft->hour <= 12;
  apply(half, *draft);
  if (!exists(*draft)) return std::nullopt;
  ClockReading reading = clock_reading(*draft, twelve_hour);
  reading.zone = zone_at(tokens, draft->end);
  if (reading.zone) reading.end = reading.zone->end;
  const bool enough = draft->sure || half != Half::none || (draft->has_minute && reading.zone) ||
                      (draft->has_minute && place == ClockPlace::after_word);
  return enough ? std::optional(reading) : std::nullopt;
}

bool is_clock_like(const DateTokens& tokens, std::size_t i) {
  return tokens.is_number(i) && two_digits_after(tokens, i + 1, ':');
}

}  // namespace newsindex
