// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of rules (see rule_table.h) that only sort words into kinds.
#pragma once

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace newsindex {

using WordSet = std::unordered_set<std::string_view>;

// The words of a kind in people-words.tsv and page-words.tsv of indexer/extract/rules. Throws
// std::logic_error if the table has no such kind.
const WordSet& people_words(std::string_view kind);
const WordSet& page_words(std::string_view kind);

// True if one of the words occurs anywhere in the text.
inline bool has_part(std::string_view text, const WordSet& words) {
  return std::ranges::any_of(
      words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace newsindex
