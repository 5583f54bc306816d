// SPDX-License-Identifier: GPL-3.0-or-later
// The features of a text for the topic classifier: its words and the clusters of its words, hashed
// to rows of a table of weights. Training and classifying use the same code.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/names/word_form.h"

namespace newsindex {

inline constexpr unsigned kTopicRowBits = 18;
inline constexpr std::size_t kTopicRows = std::size_t{1} << kTopicRowBits;

// The rows of a word (by WordForm::meaning) and of its clusters.
std::uint32_t row_of_word(std::uint64_t lower);
std::uint32_t row_of_fine(std::uint16_t cluster);
std::uint32_t row_of_coarse(std::uint16_t cluster);

struct CountedRow {
  std::uint32_t row = 0;
  float count = 0;
};

// Counts rows. Use one object for many texts: it keeps its tables.
class RowCounter {
 public:
  RowCounter();

  // Adds a text with these words; each word counts `weight` times.
  void add(std::span<const WordForm* const> words, float weight);

  // The rows counted since the last call, in the order of their first occurrence.
  std::vector<CountedRow> take();

 private:
  void find(std::uint32_t row, float weight);
  // Adds up the rows that find() collected, after their counts were prefetched.
  void count_found();

  std::vector<float> counts_;  // by row
  std::vector<std::uint32_t> rows_;
  std::vector<CountedRow> found_;
};

}  // namespace newsindex
