// SPDX-License-Identifier: GPL-3.0-or-later
// Whether words of a query stand in the order, or as near to each other, as was asked for.
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

// True when the words stand one after the other.
bool are_in_order(const WordPlaces& places);

// True when there is a place for each word, no two the same, of which the last is less than
// `window` further than the first.
bool are_near(const WordPlaces& places, unsigned window);

// The codes that stand for one word of a query: of its forms.
using CodesOfWord = std::vector<WordCode>;

// Looks for words in the encoded words of articles (Terms::encoded_words). Not thread-safe.
class WordSearch {
 public:
  // In the whole article, or only in its title. REQUIRES: each word has a code.
  WordSearch(std::vector<CodesOfWord> words, bool title_only);

  // True when they stand one after the other. It looks at the surroundings of the rarest of them.
  bool are_in_order(std::string_view article) const;

  bool are_near(std::string_view article, unsigned window);

 private:
  bool are_around(std::string_view text, std::string_view encoded) const;
  bool fits_at(std::string_view text, const char* anchor) const;

  std::vector<CodesOfWord> words_;
  bool title_only_;
  std::size_t anchor_ = 0;            // the rarest: of those with fewest codes the largest code
  std::vector<std::string> encoded_;  // its codes
  WordPlaces places_;
};

}  // namespace newsindex
