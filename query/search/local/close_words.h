// SPDX-License-Identifier: GPL-3.0-or-later
// How close to each other the words of a query stand in an article: each two of them that are
// within kClosePlaces of each other add to its score, the more often the more.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "query/search/plan.h"
#include "query/search/segment_search.h"
#include "schema/segment/terms.h"

namespace newsindex {

// The codes that stand for one word of the query in a segment, and what the word weighs.
struct WordsOfGroup {
  std::vector<WordCode> codes;
  double rarity = 0;
};

// Not thread-safe.
class CloseWords {
 public:
  // `weight` is that of closeness. REQUIRES: at most kMostCloseWords.
  CloseWords(std::vector<WordsOfGroup> words, double weight);

  // What an article gets, by its encoded words (Terms::encoded_words) and its length.
  double score(std::string_view article, std::uint32_t length, const Statistics& all);

 private:
  struct Occurrence {
    std::uint32_t place;
    std::size_t word;
  };
  void count(Occurrence occurrence);

  std::vector<WordsOfGroup> words_;
  double weight_;
  std::vector<std::pair<WordCode, std::size_t>> by_code_;
  std::bitset<256> last_bytes_;  // of the codes, to pass over most words quickly
  std::vector<Occurrence> before_;
  std::array<std::array<std::uint32_t, kMostCloseWords>, kMostCloseWords> times_{};
};

}  // namespace newsindex
