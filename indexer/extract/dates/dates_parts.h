// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a written date: year, name of a month, day, and the connectors between them.
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

// True if token i is a number of one or two digits.
bool is_short(const DateTokens& tokens, std::size_t i);

// The POSIX rule: 69..99 are in the twentieth century, 0..68 in the twenty-first.
int full_year(int two_digits);

// True if token i is a word that some languages put after a year: "г", "roku".
bool is_year_word(const DateTokens& tokens, std::size_t i);

// A four-digit year, with the word that some languages put after it ("2023 г.", "2023 roku").
std::optional<DatePart> year_at(const DateTokens& tokens, std::size_t i);

struct MonthPart {
  MonthName name;
  std::string_view words;
  std::size_t end = 0;  // the token after it
};

// The name of a month, with the dot of an abbreviation, and with a second name of the same month if
// one is printed after it ("تموز/يوليو").
std::optional<MonthPart> month_at(const DateTokens& tokens, std::size_t i,
                                  std::string_view language);

// A day of the month with its ending: "2", "2nd", "1er", "2.", "1º".
std::optional<DatePart> day_at(const DateTokens& tokens, std::size_t i);

// The token after Thai words for "year" or an era ("พ.ศ.", "ค.ศ.", "ปี"); i if there are none.
std::size_t after_era_words(const DateTokens& tokens, std::size_t i);

// The token after "de", "of", "d'", a comma, slash or hyphen between the parts of a written date,
// and after era words; i if there are none.
std::size_t after_connector(const DateTokens& tokens, std::size_t i);

}  // namespace newsindex
