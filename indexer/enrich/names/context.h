// SPDX-License-Identifier: GPL-3.0-or-later
// The contexts of the tokens of an article.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/enrich/names/features.h"
#include "indexer/enrich/names/tokens.h"

namespace newsindex {

// How words are written across an article, from its sentences in normal case.
class WordCases {
 public:
  // `forms`: those of a whole field.
  void learn(const CutText& cut, std::span<const WordForm* const> forms);
  Elsewhere of(const WordForm& word) const;
  void clear() { seen_.clear(); }

 private:
  std::unordered_map<std::uint64_t, Elsewhere> seen_;  // by hash of the word in small letters
};

SentenceCase case_of(std::span<const WordForm* const> sentence);

// The context of the token at `at` of a sentence.
TokenContext context_of(std::span<const WordForm* const> sentence, std::size_t at,
                        SentenceCase sentence_case, const WordCases& cases);

}  // namespace newsindex
