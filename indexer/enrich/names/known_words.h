// SPDX-License-Identifier: GPL-3.0-or-later
// Caches the words that a tagger has met, each with what it adds to the scores of the tokens around
// it. News repeats its words, and most features of a word are the same wherever it stands.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/enrich/names/features.h"
#include "indexer/enrich/names/tokens.h"
#include "indexer/enrich/names/weight_row.h"
#include "indexer/enrich/names/word_form.h"
#include "schema/word_table.h"

namespace newsindex {

inline constexpr std::size_t kEdges = 2;  // words for the beginning and the end of a sentence

struct KnownWord {
  WordForm form;
  std::uint32_t number = 0;
  std::array<std::uint32_t, kSentenceCases> shape_rows{};  // by case of the sentence
  std::array<TagScores, kWindow> scores{};                 // scores[kReach + distance]
};

// Not thread-safe.
class KnownWords {
 public:
  // Both must outlive this.
  KnownWords(std::span<const WeightRow> rows, const Vocabulary& vocabulary);

  // Appends the words of a field's tokens to `found`. The pointers stay valid until `clear`.
  void find(const CutText& field, std::vector<const KnownWord*>& found);

  // The words that fill the places before the first and after the last word of a sentence.
  const KnownWord& beginning() const { return *beginning_; }
  const KnownWord& end() const { return *end_; }

  std::size_t size() const { return words_; }
  void clear();

 private:
  static constexpr std::size_t kBlock = 256;

  const KnownWord& find(std::string_view text, std::uint64_t hash);
  KnownWord& at(std::size_t number) { return blocks_[number / kBlock][number % kBlock]; }
  const KnownWord& learn(const WordForm& form);

  std::span<const WeightRow> rows_;
  const Vocabulary& vocabulary_;
  WordTable numbers_;
  std::vector<std::unique_ptr<KnownWord[]>> blocks_;
  std::size_t words_ = 0;
  const KnownWord* beginning_ = nullptr;
  const KnownWord* end_ = nullptr;
  Rows scratch_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace newsindex
