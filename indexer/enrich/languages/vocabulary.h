// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about the words of a language.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/enrich/languages/dictionary.h"
#include "indexer/enrich/word_clusters.h"

namespace newsindex {

struct WordMeaning {
  std::uint64_t word = 0;  // digest64 of the word in small letters, in English if known
  WordCluster cluster;
};

// Thread-safe.
class Vocabulary {
 public:
  // Without a dictionary: for the language of the clusters. With one: for the language that it
  // translates. Both arguments must outlive this object.
  explicit Vocabulary(const WordClusters& clusters, const Dictionary* dictionary = nullptr)
      : clusters_(clusters), dictionary_(dictionary) {}

  // The meaning of a word in small letters; `digest` is its digest64. An unknown word with a hyphen
  // gets its clusters from its last part ("ex-minister").
  WordMeaning find(const std::string& lower, std::uint64_t digest) const;

 private:
  const WordClusters& clusters_;
  const Dictionary* dictionary_;
};

}  // namespace newsindex
