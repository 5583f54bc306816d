// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a query that say little of what is looked for. They are looked for, but add little to a
// score, so that the others decide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// True of words that hold sentences together ("what", "between"), in one language (ISO 639-1);
// of languages without a list always false. `folded` is a term of the analyzer.
bool is_function_word(std::string_view folded, std::string_view language);

// How many words at the beginning only ask for articles: 3 of "documents must discuss corruption".
// There has to be a word for articles, one for what they do, and at least one more word.
std::size_t words_that_ask(const std::vector<std::string>& folded);

}  // namespace newsindex
