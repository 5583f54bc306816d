// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates_east_asian.h"

#include <algorithm>
#include <array>

#include "indexer/extract/dates/world_calendars.h"

namespace newsindex {
namespace {

struct Part {
  std::int64_t value = 0;
  std::size_t end = 0;  // the token after it
};

struct Numeral {
  std::string_view sign;
  int value;  // 0..9; or 10 or 100, which the digits before it multiply
};
constexpr std::array kNumerals{
    Numeral{"〇", 0}, Numeral{"零", 0}, Numeral{"一", 1},  Numeral{"二", 2},  Numeral{"三", 3},
    Numeral{"四", 4}, Numeral{"五", 5}, Numeral{"六", 6},  Numeral{"七", 7},  Numeral{"八", 8},
    Numeral{"九", 9}, Numeral{"元", 1}, Numeral{"十", 10}, Numeral{"百", 100}};

const Numeral* numeral_at(const DateTokens& tokens, std::size_t i) {
  if (!tokens.is_word(i)) return nullptr;
  const auto* found = std::ranges::find(kNumerals, tokens.words(i), &Numeral::sign);
  return found == kNumerals.end() ? nullptr : found;
}

// "31", "三十一", "二〇一九", "元".
std::optional<Part> number_at(const DateTokens& tokens, std::size_t i) {
  constexpr std::int64_t kMost = 10'000;
  if (tokens.is_number(i))
    return tokens.digits(i) <= 4 ? std::optional(Part{tokens.number(i), i + 1}) : std::nullopt;
  Part part{0, i};
  std::int64_t digits = 0;
  for (const Numeral* sign = numeral_at(tokens, i); sign != nullptr && digits < kMost;
       sign = numeral_at(tokens, ++part.end)) {
    if (sign->value < 10) {
      digits = digits * 10 + sign->value;
    } else {
      part.value += std::max<std::int64_t>(digits, 1) * sign->value;
      digits = 0;
    }
  }
  part.value += digits;
  return part.end > i ? std::optional(part) : std::nullopt;
}

// A number followed by one of these words.
std::optional<Part> number_of(const DateTokens& tokens, std::size_t i,
                              std::initializer_list<std::string_view> words) {
  auto part = number_at(tokens, i);
  if (!part || !tokens.is_word_of(part->end, words)) return std::nullopt;
  ++part->end;
  return part;
}

// The day in a year of the era; without an era, in a Gregorian year.
std::optional<Day> day_of(const std::optional<Era>& era, std::int64_t year, std::int64_t month,
                          std::int64_t day) {
  if (!era) return valid_day(year, month, day);
  return gregorian_day(*era, year, static_cast<int>(month), static_cast<int>(day));
}

std::optional<CalendarReading> marked(const std::optional<Era>& era, Precision precision,
                                      std::optional<Day> day, std::size_t begin, std::size_t end) {
  auto reading = calendar_reading(day, precision, begin, end);
  if (reading) reading->other_calendar = era.has_value();
  return reading;
}

// "2023年4月10日"; "10日～12日" at its end makes it a range of days.
std::optional<CalendarReading> lettered(const DateTokens& tokens, const std::optional<Era>& era,
                                        std::size_t begin, std::size_t i) {
  const auto year = number_of(tokens, i, {"年", "년"});
  if (!year) return std::nullopt;
  const auto month = number_of(tokens, year->end, {"月", "월"});
  if (!month) return std::nullopt;
  const auto day = number_of(tokens, month->end, {"日", "号", "號", "일"});
  if (!day)
    return marked(era, Precision::month, day_of(era, year->value, month->value, 1), begin,
                  month->end);
  auto reading = marked(era, Precision::day, day_of(era, year->value, month->value, day->value),
                        begin, day->end);
  if (!reading || !tokens.is_mark_of(day->end, "-~")) return reading;
  if (const auto last = number_of(tokens, day->end + 1, {"日", "号", "號", "일"})) {
    reading->several_days = true;
    reading->end = last->end;
  }
  return reading;
}

// "31.4.10", "108/07/10" in years of an era.
std::optional<CalendarReading> numeric(const DateTokens& tokens, const Era& era, std::size_t begin,
                                       std::size_t i) {
  for (const char mark : {'.', '/', '-'}) {
    if (!tokens.is_number(i) || !tokens.is_mark(i + 1, mark) || !tokens.is_number(i + 2) ||
        !tokens.is_mark(i + 3, mark) || !tokens.is_number(i + 4) || tokens.digits(i + 4) > 2)
      continue;
    return marked(era, Precision::day,
                  day_of(era, tokens.number(i), tokens.number(i + 2), tokens.number(i + 4)), begin,
                  i + 5);
  }
  return std::nullopt;
}

std::size_t token_at_byte(const DateTokens& tokens, std::size_t i, std::size_t byte) {
  while (i < tokens.size() && tokens[i].start < byte) ++i;
  return i;
}

std::optional<Era> era_of(const DateTokens& tokens, std::size_t i, const CalendarOptions& options) {
  const std::string_view text = tokens.text().substr(tokens[i].start);
  if (auto era = era_at(text)) return era;
  const bool letter = (options.whole || options.language == "ja") && tokens.words(i).size() == 1 &&
                      tokens.is_number(i + 1) && !tokens.spaced(i + 1);
  return letter ? era_of_letter(text.front()) : std::nullopt;
}

}  // namespace

std::optional<CalendarReading> east_asian_at(const DateTokens& tokens, std::size_t i,
                                             const CalendarOptions& options) {
  if (tokens.is_number(i)) {
    if (tokens.digits(i) == 4) return lettered(tokens, std::nullopt, i, i);
    constexpr Era kRepublic{WorldCalendar::republic, 1, 0};
    const bool taiwan = tokens.digits(i) == 3 && options.language == "zh";
    return taiwan ? numeric(tokens, kRepublic, i, i) : std::nullopt;
  }
  if (const auto era = era_of(tokens, i, options)) {
    const std::size_t at = token_at_byte(tokens, i, tokens[i].start + era->bytes);
    if (auto found = lettered(tokens, era, i, at)) return found;
    return numeric(tokens, *era, i, at);
  }
  return numeral_at(tokens, i) != nullptr ? lettered(tokens, std::nullopt, i, i) : std::nullopt;
}

}  // namespace newsindex
