// SPDX-License-Identifier: GPL-3.0-or-later
// What a text is made of, as rows of a table of weights: its words and the clusters of its words,
// hashed. Training and classifying use the same code.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/names/word_form.h"

namespace newsindex {

inline constexpr unsigned kTopicRowBits = 18;
inline constexpr std::size_t kTopicRows = std::size_t{1} << kTopicRowBits;

// The rows of a word, by WordForm::lower, and of its clusters.
std::uint32_t row_of_word(std::uint64_t lower);
std::uint32_t row_of_fine(std::uint16_t cluster);
std::uint32_t row_of_coarse(std::uint16_t cluster);

struct CountedRow {
  std::uint32_t row = 0;
  float count = 0;
};

// Counts rows. One for many texts: its tables are kept.
class RowCounter {
 public:
  RowCounter();

  // Adds a text of which these are the words; each counts `weight` times.
  void add(std::span<const WordForm* const> words, float weight);

  // The rows counted since the last call, in the order they first came.
  std::vector<CountedRow> take();

 private:
  void find(std::uint32_t row, float weight);
  // Counts what was found, when the memory has brought the counts.
  void count_found();

  std::vector<float> counts_;  // by row
  std::vector<std::uint32_t> rows_;
  std::vector<CountedRow> found_;
};

}  // namespace newsindex
