// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a query that say little about its subject. They are looked for, but add little to a
// score, so that the other words decide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// True for words that hold sentences together ("what", "between") in this language (ISO 639-1).
// Always false for a language without a list. `folded` is a term of the analyzer.
bool is_function_word(std::string_view folded, std::string_view language);

// The number of words at the beginning that only ask for articles: 3 for "documents must discuss
// corruption". They must have a word for articles and a word for what the articles do, and at least
// one more word must follow; otherwise 0.
std::size_t words_that_ask(const std::vector<std::string>& folded);

}  // namespace newsindex
