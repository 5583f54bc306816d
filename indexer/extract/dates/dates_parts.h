// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a written date: a year, the name of a month, a day, and what stands between them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/dates/dates_tokens.h"

namespace newsindex {

struct DatePart {
  int value = 0;
  std::size_t end = 0;  // the token after it
};

// Whether a token is a number of one or two digits.
bool is_short(const DateTokens& tokens, std::size_t i);

// By the rule of POSIX: 69..99 are of the twentieth century.
int full_year(int two_digits);

// Whether a token is a word that some languages say after a year: "г", "roku".
bool is_year_word(const DateTokens& tokens, std::size_t i);

// A year of four digits, and what some languages say after it ("2023 г.", "2023.").
std::optional<DatePart> year_at(const DateTokens& tokens, std::size_t i);

struct MonthPart {
  MonthName name;
  std::string_view words;
  std::size_t end = 0;  // the token after it
};

// The name of a month, with the dot of an abbreviation, and another name of the same month that
// some print beside it ("تموز/يوليو").
std::optional<MonthPart> month_at(const DateTokens& tokens, std::size_t i,
                                  std::string_view language);

// A day of the month with its ending: "2", "2nd", "1er", "2.", "1º".
std::optional<DatePart> day_at(const DateTokens& tokens, std::size_t i);

// Past "in the year of Buddha", "of our era", before a year.
std::size_t after_era_words(const DateTokens& tokens, std::size_t i);

// Past "de", "of", "d'", a comma or a hyphen between the parts of a written date.
std::size_t after_connector(const DateTokens& tokens, std::size_t i);

}  // namespace newsindex
