// SPDX-License-Identifier: GPL-3.0-or-later
// What other search engines understand and this language does not: !word, a dash in front of a
// word, "a b"~5, te?t, regular expressions, field=value, w/5, [2020 TO 2021]. Searched for as words
// they would give wrong answers, so they are errors that say how it is written here.
#pragma once

#include <string_view>

#include "schema/query_language/characters.h"
#include "schema/query_language/parser.h"

namespace newsindex {

// True for the characters that stand before a word elsewhere to leave it out: ! and the dashes of
// typographers.
bool is_foreign_minus(char32_t code);

// Throws the QueryError about such a sign before what ends at `end`. `start` is where its clause
// begins (person:!Biden), or the sign.
[[noreturn]] void refuse_foreign_minus(std::string_view query, std::size_t start, Span sign,
                                       std::size_t end);

// Throws a QueryError when the word of the query means something elsewhere. `next_to_operand` says
// that something to search for stands before it.
void refuse_foreign_word(std::string_view query, Span word, bool next_to_operand);

// The same of what stands directly behind a phrase: ~5, ^2. `whole` is the phrase with its field,
// `inside` its words, `field` "title:" or "".
void refuse_foreign_suffix(std::string_view query, Span whole, std::string_view field,
                           std::string_view inside);

// The same of a range of dates: date:A to B, date:[A TO B], date:A - B. `value` is the first word
// behind date:.
void refuse_foreign_range(std::string_view query, Span value);

}  // namespace newsindex
