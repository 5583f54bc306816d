// SPDX-License-Identifier: GPL-3.0-or-later
// Clusters of words that are used alike: a coarse and a fine partition of 200,000 English words,
// made by spherical k-means over word vectors (Lin, Wu: Phrase Clustering for Discriminative
// Learning, ACL 2009). Names that training never saw still share a cluster with similar words.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "indexer/enrich/model_file.h"

namespace newsindex {

// Clusters are numbered from 1; 0 means that the word is in no cluster.
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

  // The clusters of a word, given in small letters.
  WordCluster find(std::string_view word) const;

 private:
  ModelFile file_;
  // A hash table whose number of slots is a power of two, with linear probing from the low bits of
  // the word's hash. tags_: the upper half of the hash; fine_: 0 if the slot is free.
  std::span<const std::uint32_t> tags_;
  std::span<const std::uint16_t> fine_;
  std::span<const std::uint8_t> coarse_of_fine_;
};

// Writes the table of `words` with their fine clusters (from 1) and the coarse cluster of each fine
// one (coarse_of_fine[0] is 0).
void write_word_clusters(const std::filesystem::path& path, std::span<const std::string> words,
                         std::span<const std::uint16_t> fine,
                         std::span<const std::uint8_t> coarse_of_fine);

}  // namespace newsindex
