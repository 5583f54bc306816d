// SPDX-License-Identifier: GPL-3.0-or-later
// Scores where the words of a query stand in an article. Each pair of words within kClosePlaces of
// each other adds to the score, more if it occurs more often; each single word adds more if it
// comes earlier.
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

// The codes that stand for one word of the query in a segment, and the weight of the word.
struct WordsOfGroup {
  std::vector<WordCode> codes;
  double rarity = 0;
};

// Not thread-safe.
class WordPlacement {
 public:
  // REQUIRES: at most kMostCloseWords words.
  WordPlacement(std::vector<WordsOfGroup> words, const Weights& weights);

  // The scores of an article with these encoded words (Terms::encoded_words) and this length.
  Placement score(std::string_view article, std::uint32_t length, const Statistics& all);

 private:
  struct Occurrence {
    std::uint32_t place;
    std::size_t word;
  };
  void count(Occurrence occurrence);
  double closeness(std::uint32_t length, const Statistics& all) const;
  double lead() const;

  std::vector<WordsOfGroup> words_;
  Weights weights_;
  std::vector<std::pair<WordCode, std::size_t>> by_code_;
  std::bitset<256> last_bytes_;  // the last bytes of the codes: most words are skipped quickly
  std::vector<Occurrence> before_;
  std::array<std::array<std::uint32_t, kMostCloseWords>, kMostCloseWords> times_{};
};

}  // namespace newsindex
