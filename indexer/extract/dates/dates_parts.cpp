// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates_parts.h"

#include <array>

namespace newsindex {
namespace {

constexpr std::array<std::string_view, 14> kYearWords{
    "г", "года", "році", "року", "р", "roku", "r", "m", "år", "ko", "gada", "ж", "жылғы", "жылы"};

// The longest name that starts at a token: "ذو القعدة", "ส.ค.", "July".
MonthPart name_at(const DateTokens& tokens, std::size_t i, std::string_view language) {
  const std::string_view first = tokens.words(i);
  const bool ascii = static_cast<unsigned char>(first.front()) < 0x80;
  const bool dotted = tokens.is_mark(i + 1, '.') && !tokens.spaced(i + 1) &&
                      tokens.is_word(i + 2) && !tokens.spaced(i + 2);
  const std::size_t last = tokens.is_word(i + 1) ? i + 1 : dotted ? i + 2 : i;
  if (!ascii && last > i) {
    const std::string_view words =
        tokens.text().substr(tokens[i].start, tokens[last].end - tokens[i].start);
    if (auto name = month_name(words, language)) return {name, words, last + 1};
  }
  return {month_name(first, language), first, i + 1};
}

}  // namespace

bool is_short(const DateTokens& tokens, std::size_t i) {
  return tokens.digits(i) == 1 || tokens.digits(i) == 2;
}

int full_year(int two_digits) { return two_digits + (two_digits < 69 ? 2000 : 1900); }

bool is_year_word(const DateTokens& tokens, std::size_t i) {
  return tokens.is_word_of(i, kYearWords);
}

std::optional<DatePart> year_at(const DateTokens& tokens, std::size_t i) {
  if (tokens.digits(i) != 4) return std::nullopt;
  DatePart year{static_cast<int>(tokens.number(i)), i + 1};
  if (!is_year_word(tokens, i + 1)) return year;
  year.end = i + 2;
  if (tokens.is_mark(year.end, '.') && !tokens.spaced(year.end)) ++year.end;
  return year;
}

std::optional<MonthPart> month_at(const DateTokens& tokens, std::size_t i,
                                  std::string_view language) {
  if (!tokens.is_word(i)) return std::nullopt;
  if (tokens.is_word_of(i, {"tháng", "thg"}) && is_short(tokens, i + 1))
    return MonthPart{{static_cast<int>(tokens.number(i + 1))}, tokens.words(i), i + 2};
  MonthPart month = name_at(tokens, i, language);
  if (!month.name) return std::nullopt;
  if (tokens.is_mark(month.end, '.') && !tokens.spaced(month.end)) ++month.end;
  if (month.name.gregorian && tokens.is_mark(month.end, '/') && tokens.is_word(month.end + 1) &&
      month_named(tokens.words(month.end + 1), language) == month.name.gregorian)
    month.end += 2;
  return month;
}

std::optional<DatePart> day_at(const DateTokens& tokens, std::size_t i) {
  if (!is_short(tokens, i)) return std::nullopt;
  DatePart day{static_cast<int>(tokens.number(i)), i + 1};
  const bool ending =
      !tokens.spaced(i + 1) &&
      tokens.is_word_of(i + 1, {"st", "nd", "rd", "th", "er", "re", "e", "ος", "a", "ean"});
  if (ending) ++day.end;
  const auto is_dot = [&](std::size_t at) {
    return tokens.is_mark(at) && !tokens.spaced(at) &&
           (tokens.is_mark(at, '.') || tokens[at].value == 0xBA || tokens[at].value == 0xB0);
  };
  while (is_dot(day.end)) ++day.end;
  return day;
}

std::size_t after_era_words(const DateTokens& tokens, std::size_t i) {
  for (const std::string_view words : {"พ.ศ.", "ค.ศ.", "พ.ศ", "ค.ศ", "ปี"}) {
    if (!tokens.begins(i, words)) continue;
    const std::size_t byte = tokens[i].start + words.size();
    while (i < tokens.size() && tokens[i].start < byte) ++i;
    return i;
  }
  return i;
}

std::size_t after_connector(const DateTokens& tokens, std::size_t i) {
  if (tokens.is_mark_of(i, ",-/") || (tokens.is_mark(i) && tokens[i].value == 0x60C)) ++i;
  if (tokens.is_word_of(i, {"de", "del", "do", "of", "d", "năm", "ה", "ב", "ماه", "ቀን"})) ++i;
  return after_era_words(tokens, i + (tokens.is_mark(i, '\'') ? 1u : 0u));
}

}  // namespace newsindex
