// SPDX-License-Identifier: GPL-3.0-or-later
// Scores every tag for each word of a sentence.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/names/context.h"
#include "indexer/enrich/names/known_words.h"
#include "indexer/enrich/names/weight_row.h"

namespace newsindex {

// Caches what pairs of neighbouring words add to the scores: about half of the pairs recur before
// they are replaced. Keep one object for many articles. Not thread-safe.
class SentenceScorer {
 public:
  // The rows must outlive this.
  explicit SentenceScorer(std::span<const WeightRow> rows);

  // Scores a sentence of an article. `scores` has one element per word; `words` are from `known`.
  void score(std::span<const KnownWord* const> words, SentenceCase sentence_case,
             const WordCases& cases, const KnownWords& known, std::span<TagScores> scores);

  // Forgets all pairs. Call it when the numbers of the words change.
  void clear();

 private:
  static constexpr std::uint64_t kNone = ~std::uint64_t{0};

  // What two neighbouring words add to each other's scores.
  struct Pair {
    std::uint64_t key = kNone;  // the numbers of both words
    std::array<std::uint64_t, 3> joins{};
    TagScores of_first{};
    TagScores of_second{};
  };
  struct NewPair {
    std::size_t at;  // index of its first word in line_
    PairRows rows;
  };

  Pair& slot_of(std::uint64_t key);
  void score_alone(SentenceCase sentence_case, const WordCases& cases, std::span<TagScores> scores);
  void add_pairs(std::span<TagScores> scores);
  void add_pair(std::size_t at, const Pair& pair, std::span<TagScores> scores);
  void find_new_pair(std::size_t at);
  void learn_new_pairs(std::span<TagScores> scores);
  void find_rows(SentenceCase sentence_case, std::size_t size);
  void prefetch(std::uint32_t row) const { __builtin_prefetch(&rows_[row]); }

  std::span<const WeightRow> rows_;
  std::vector<TagScores> places_;  // scores of each TokenPlace, by its number
  std::vector<Pair> pairs_;  // a cache: each key has one slot, and a new pair replaces the old one
  // For the current sentence:
  std::vector<const KnownWord*> line_;  // two edges, its words, two edges
  std::vector<std::array<std::uint64_t, 3>> joins_;
  std::vector<NewPair> new_pairs_;
  std::vector<std::array<std::uint32_t, 4>> token_rows_;
};

}  // namespace newsindex
