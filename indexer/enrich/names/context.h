// SPDX-License-Identifier: GPL-3.0-or-later
// The context of each token of an article, from which its features are made.
#pragma once

#include <span>
#include <vector>

#include "indexer/enrich/names/features.h"
#include "indexer/enrich/names/tokens.h"

namespace newsindex {

// How words are written across an article (capital or small), learned from its sentences in normal
// case.
class WordCases {
 public:
  // `forms`: the forms of all tokens of the field.
  void learn(const CutText& cut, std::span<const WordForm* const> forms);
  Elsewhere of(const WordForm& word) const;
  void clear();

 private:
  struct Slot {
    std::uint64_t lower = 0;    // hash of the word in small letters
    std::uint32_t article = 0;  // that used the slot last; the slot is free in any other article
    Elsewhere seen;
  };

  bool is_used(const Slot& slot) const { return slot.article == article_; }

  Elsewhere& seen_of(std::uint64_t lower);
  std::size_t slot_of(std::uint64_t lower) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two, at most half full; linear probing
  std::size_t used_ = 0;
  std::uint32_t article_ = 1;
};

// The letter case of a sentence.
SentenceCase case_of(std::span<const WordForm* const> sentence);

// The context of token number `at` of a sentence, as training uses it.
TokenContext context_of(std::span<const WordForm* const> sentence, std::size_t at,
                        SentenceCase sentence_case, const WordCases& cases);

}  // namespace newsindex
