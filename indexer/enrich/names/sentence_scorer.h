// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of a sentence say for the tags of each of them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/names/context.h"
#include "indexer/enrich/names/known_words.h"
#include "indexer/enrich/names/weight_row.h"

namespace newsindex {

// Remembers what pairs of neighbours say: about half of them come back before they are forgotten.
// Keep one for many articles. Not thread-safe.
class SentenceScorer {
 public:
  // The rows must outlive this.
  explicit SentenceScorer(std::span<const WeightRow> rows);

  // Scores a sentence of an article; as many scores as words. `words` are of `known`.
  void score(std::span<const KnownWord* const> words, SentenceCase sentence_case,
             const WordCases& cases, const KnownWords& known, std::span<TagScores> scores);

  // To be called when the numbers of words change.
  void clear();

 private:
  static constexpr std::uint64_t kNone = ~std::uint64_t{0};

  // What two neighbours add to the scores of each other.
  struct Pair {
    std::uint64_t key = kNone;  // the numbers of both words
    std::array<std::uint64_t, 3> joins{};
    TagScores of_first{};
    TagScores of_second{};
  };
  struct NewPair {
    std::size_t at;  // in the sentence
    PairRows rows;
  };

  Pair& slot_of(std::uint64_t key);
  void score_alone(SentenceCase sentence_case, const WordCases& cases, std::span<TagScores> scores);
  void add_pairs(std::span<TagScores> scores);
  void add_pair(std::size_t at, const Pair& pair, std::span<TagScores> scores);
  void find_new_pair(std::size_t at);
  void learn_new_pairs(std::span<TagScores> scores);
  void find_rows(SentenceCase sentence_case, std::size_t size);
  void ask_for(std::uint32_t row) const { __builtin_prefetch(&rows_[row]); }

  std::span<const WeightRow> rows_;
  std::vector<TagScores> places_;  // what a token's place says, by its number
  std::vector<Pair> pairs_;        // one place for each key: the last one stays
  // Of the sentence at hand:
  std::vector<const KnownWord*> line_;  // two edges, its words, two edges
  std::vector<std::array<std::uint64_t, 3>> joins_;
  std::vector<NewPair> new_pairs_;
  std::vector<std::array<std::uint32_t, 4>> token_rows_;
};

}  // namespace newsindex
