// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the words of a language.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/enrich/languages/dictionary.h"
#include "indexer/enrich/word_clusters.h"

namespace newsindex {

struct WordMeaning {
  std::uint64_t word = 0;  // digest64 of the word in small letters, in English where that is known
  WordCluster cluster;
};

// Thread-safe.
class Vocabulary {
 public:
  // Of the language of the clusters; with a dictionary, of one whose words it gives in that
  // language. Both must outlive this.
  explicit Vocabulary(const WordClusters& clusters, const Dictionary* dictionary = nullptr)
      : clusters_(clusters), dictionary_(dictionary) {}

  // Of a word in small letters, `digest` its digest64. Unknown hyphenated words are taken for their
  // last part ("ex-minister").
  WordMeaning find(const std::string& lower, std::uint64_t digest) const;

 private:
  const WordClusters& clusters_;
  const Dictionary* dictionary_;
};

}  // namespace newsindex
