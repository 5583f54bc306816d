// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/word_vectors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <thread>

#include <simdjson.h>

#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::size_t kLanes = 4;  // partial sums, so that the compiler may use vector registers

float dot(const float* a, const float* b) {
  std::array<float, kLanes> sums{};
  for (std::size_t i = 0; i < kDimensions; i += kLanes)
    for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  return sums[0] + sums[1] + sums[2] + sums[3];
}

void normalise(float* vector) {
  const float length = std::sqrt(dot(vector, vector));
  if (length <= 0) return;
  for (std::size_t i = 0; i < kDimensions; ++i) vector[i] /= length;
}

std::uint16_t nearest_centre(const float* vector, const std::vector<float>& centres) {
  float best = -2;
  std::size_t nearest = 0;
  for (std::size_t at = 0; at < centres.size(); at += kDimensions) {
    const float closeness = dot(vector, &centres[at]);
    if (closeness <= best) continue;
    best = closeness;
    nearest = at / kDimensions;
  }
  return static_cast<std::uint16_t>(nearest);
}

void assign(const std::vector<float>& vectors, std::size_t count, Clustering& clustering) {
  const auto part = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i)
      clustering.cluster[i] = nearest_centre(&vectors[i * kDimensions], clustering.centres);
  };
  std::thread other(part, 0, count / 2);
  part(count / 2, count);
  other.join();
}

void move_centres(const std::vector<float>& vectors, std::size_t count, Clustering& clustering,
                  std::mt19937& random) {
  std::vector<float>& centres = clustering.centres;
  std::fill(centres.begin(), centres.end(), 0.0f);
  std::vector<std::uint32_t> members(centres.size() / kDimensions);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t cluster = clustering.cluster[i];
    ++members[cluster];
    for (std::size_t d = 0; d < kDimensions; ++d)
      centres[cluster * kDimensions + d] += vectors[i * kDimensions + d];
  }
  for (std::size_t c = 0; c < members.size(); ++c) {
    if (members[c] == 0) {
      const std::size_t other = random() % count;
      std::copy_n(&vectors[other * kDimensions], kDimensions, &centres[c * kDimensions]);
    }
    normalise(&centres[c * kDimensions]);
  }
}

}  // namespace

WordVectors read_word_vectors(const std::filesystem::path& path, std::size_t most) {
  simdjson::ondemand::parser parser;
  simdjson::padded_string bytes;
  if (simdjson::padded_string::load(path.string()).get(bytes) != simdjson::SUCCESS)
    throw Error(ExitCode::no_input, "cannot read '" + path.string() + "'");
  WordVectors vectors;
  try {
    auto whole = parser.iterate(bytes);
    for (auto word : whole["words"].get_array()) {
      if (vectors.words.size() == most) break;
      vectors.words.emplace_back(std::string_view(word.get_string()));
    }
    auto rows = parser.iterate(bytes);
    for (auto entry : rows["vectors"].get_object()) {  // in the order of the words
      if (vectors.values.size() == vectors.words.size() * kDimensions) break;
      const std::size_t wanted = vectors.values.size() + kDimensions;
      for (auto number : entry.value().get_array()) {
        if (vectors.values.size() == wanted) break;  // what follows is the length and the rank
        vectors.values.push_back(static_cast<float>(double(number.get_double())));
      }
      normalise(&vectors.values[wanted - kDimensions]);
    }
  } catch (const simdjson::simdjson_error& error) {
    throw Error(ExitCode::bad_data, "'" + path.string() + "': " + error.what());
  }
  return vectors;
}

Clustering cluster_vectors(const std::vector<float>& vectors, std::size_t clusters,
                           std::size_t moving, int rounds, unsigned seed) {
  constexpr std::size_t kFrequent = 60'000;  // centres begin at frequent words
  const std::size_t count = vectors.size() / kDimensions;
  moving = std::min(moving, count);
  std::mt19937 random(seed);
  Clustering clustering;
  clustering.cluster.resize(count);
  for (std::size_t c = 0; c < clusters; ++c) {
    const float* word = &vectors[random() % std::min(count, kFrequent) * kDimensions];
    clustering.centres.insert(clustering.centres.end(), word, word + kDimensions);
  }
  for (int round = 0; round < rounds; ++round) {
    assign(vectors, moving, clustering);
    move_centres(vectors, moving, clustering, random);
  }
  assign(vectors, count, clustering);
  return clustering;
}

}  // namespace newsindex
