// SPDX-License-Identifier: GPL-3.0-or-later
// Signs that other search engines understand and this language does not: !word, a typographic dash
// in front of a word, "a b"~5, te?t, regular expressions, field=value, w/5, [2020 TO 2021]. If they
// were searched for as words, the results would be wrong, so they are errors that show how to write
// it here.
#pragma once

#include <string_view>

#include "schema/query_language/characters.h"
#include "schema/query_language/parser.h"

namespace newsindex {

// True for characters that exclude the word behind them in other search engines: ! and typographic
// dashes.
bool is_foreign_minus(char32_t code);

// Throws the QueryError about such a sign. `end` is where the excluded word or phrase ends. `start`
// is where its clause begins (person:!Biden), else where the sign begins.
[[noreturn]] void refuse_foreign_minus(std::string_view query, std::size_t start, Span sign,
                                       std::size_t end);

// Throws a QueryError when the word has a special meaning in other search engines.
// `next_to_operand`: something to search for stands directly before it.
void refuse_foreign_word(std::string_view query, Span word, bool next_to_operand);

// The same for a sign directly behind a phrase: ~5, ^2. `whole` is the phrase with its field,
// `inside` its words, `field` "title:" or "".
void refuse_foreign_suffix(std::string_view query, Span whole, std::string_view field,
                           std::string_view inside);

// The same for a range of dates: date:A to B, date:[A TO B], date:A - B. `value` is the first word
// behind date:.
void refuse_foreign_range(std::string_view query, Span value);

}  // namespace newsindex
