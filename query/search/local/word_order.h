// SPDX-License-Identifier: GPL-3.0-or-later
// Checks whether words of a query stand in the required order, or near enough to each other.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/segment/terms.h"

namespace newsindex {

// The places of each word of a query, ascending.
using WordPlaces = std::vector<std::vector<std::uint32_t>>;

// True if the words follow each other.
bool are_in_order(const WordPlaces& places);

// True if each word has a place of its own such that the last place is less than `window` after the
// first.
bool are_near(const WordPlaces& places, unsigned window);

// The codes that stand for one word of a query: the codes of its forms.
using CodesOfWord = std::vector<WordCode>;

// Looks for words in the encoded words of articles (Terms::encoded_words). Not thread-safe.
class WordSearch {
 public:
  // Searches the whole article, or only its title. REQUIRES: each word has a code.
  WordSearch(std::vector<CodesOfWord> words, bool title_only);

  // True if the words follow each other. Only looks around the places of the rarest word.
  bool are_in_order(std::string_view article) const;

  bool are_near(std::string_view article, unsigned window);

 private:
  bool are_around(std::string_view text, std::string_view encoded) const;
  bool fits_at(std::string_view text, const char* anchor) const;

  std::vector<CodesOfWord> words_;
  bool title_only_;
  std::size_t anchor_ = 0;  // index of the rarest word: the fewest codes, then the largest code
  std::vector<std::string> encoded_;  // the codes of the rarest word
  WordPlaces places_;
};

}  // namespace newsindex
