// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/word_lists.h"

#include <algorithm>

namespace newsindex {
namespace {

struct WordList {
  std::string_view name;
  std::string_view language;
  std::string_view words;
  std::string_view why;
};

constexpr WordList kLists[] = {
#include "query/search/word_lists.inc"
};

// True if fits(word) is true for one of the words.
template <class Fits>
bool any_word(std::string_view words, Fits fits) {
  while (true) {
    const std::size_t end = words.find('|');
    if (fits(words.substr(0, end))) return true;
    if (end == std::string_view::npos) return false;
    words.remove_prefix(end + 1);
  }
}

}  // namespace

bool is_in_word_list(std::string_view list, std::string_view language, std::string_view word) {
  return std::any_of(std::begin(kLists), std::end(kLists), [&](const WordList& each) {
    return each.name == list && (each.language.empty() || each.language == language) &&
           any_word(each.words, [&](std::string_view known) { return known == word; });
  });
}

bool has_phrase_of(std::string_view list, std::string_view text) {
  return std::any_of(std::begin(kLists), std::end(kLists), [&](const WordList& each) {
    return each.name == list && any_word(each.words, [&](std::string_view phrase) {
             return text.find(phrase) != std::string_view::npos;
           });
  });
}

}  // namespace newsindex
