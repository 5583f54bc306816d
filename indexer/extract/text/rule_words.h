// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of rules (see rule_table.h) that say of words no more than what kind they are.
#pragma once

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace newsindex {

using WordSet = std::unordered_set<std::string_view>;

// The words of a kind in people-words.tsv and page-words.tsv of indexer/extract/rules. Throws
// std::logic_error for a kind that the table does not have.
const WordSet& people_words(std::string_view kind);
const WordSet& page_words(std::string_view kind);

// Whether one of the words stands somewhere in a text.
inline bool has_part(std::string_view text, const WordSet& words) {
  return std::ranges::any_of(
      words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace newsindex
