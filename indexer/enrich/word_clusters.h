// SPDX-License-Identifier: GPL-3.0-or-later
// Which words are used alike: two partitions of 200,000 English words, a coarse and a fine one,
// made by spherical k-means over word vectors (Lin, Wu: Phrase Clustering for Discriminative
// Learning, ACL 2009). Names that the training never saw still fall among their like.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "indexer/enrich/model_file.h"

namespace newsindex {

// Clusters count from 1; 0 is a word that is in none.
struct WordCluster {
  std::uint16_t coarse = 0;
  std::uint16_t fine = 0;
  friend bool operator==(const WordCluster&, const WordCluster&) = default;
};

// Thread-safe.
class WordClusters {
 public:
  // Throws Error(config), see ModelFile.
  explicit WordClusters(const std::filesystem::path& path);

  // Of a word in small letters.
  WordCluster find(std::string_view word) const;

 private:
  ModelFile file_;
  // A hash table of a power of two slots, probed linearly from the low bits of the word's hash.
  // tags_: the upper half of the hash; fine_: 0 where the slot is free.
  std::span<const std::uint32_t> tags_;
  std::span<const std::uint16_t> fine_;
  std::span<const std::uint8_t> coarse_of_fine_;
};

// Writes the table of `words` with their fine clusters (from 1), and the coarse cluster of each
// fine one (coarse_of_fine[0] is 0).
void write_word_clusters(const std::filesystem::path& path, std::span<const std::string> words,
                         std::span<const std::uint16_t> fine,
                         std::span<const std::uint8_t> coarse_of_fine);

}  // namespace newsindex
