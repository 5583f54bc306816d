// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/word_clusters.h"

#include <bit>
#include <cstring>
#include <vector>

#include "schema/digest.h"

namespace newsindex {
namespace {

std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

template <typename Number>
std::span<const Number> take(std::string_view& content, std::size_t count) {
  const std::span<const Number> numbers(reinterpret_cast<const Number*>(content.data()), count);
  content.remove_prefix(count * sizeof(Number));
  return numbers;
}

template <typename Number>
void append(std::string& out, std::span<const Number> numbers) {
  out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
}

}  // namespace

WordClusters::WordClusters(const std::filesystem::path& path)
    : file_(path, ModelKind::word_clusters) {
  std::string_view content = file_.content();
  const auto sizes = take<std::uint32_t>(content, 2);
  tags_ = take<std::uint32_t>(content, sizes[0]);
  fine_ = take<std::uint16_t>(content, sizes[0]);
  coarse_of_fine_ = take<std::uint8_t>(content, sizes[1]);
}

WordCluster WordClusters::find(std::string_view word) const {
  const std::uint64_t hash = digest64(word);
  const std::size_t mask = tags_.size() - 1;
  for (std::size_t slot = hash & mask; fine_[slot] != 0; slot = (slot + 1) & mask)
    if (tags_[slot] == tag_of(hash)) return {coarse_of_fine_[fine_[slot]], fine_[slot]};
  return {};
}

void write_word_clusters(const std::filesystem::path& path, std::span<const std::string> words,
                         std::span<const std::uint16_t> fine,
                         std::span<const std::uint8_t> coarse_of_fine) {
  const std::size_t slots = std::bit_ceil(words.size() + words.size() / 4);
  std::vector<std::uint32_t> tags(slots);
  std::vector<std::uint16_t> clusters(slots);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint64_t hash = digest64(words[i]);
    std::size_t slot = hash & (slots - 1);
    while (clusters[slot] != 0) slot = (slot + 1) & (slots - 1);
    tags[slot] = tag_of(hash);
    clusters[slot] = fine[i];
  }
  const std::vector<std::uint32_t> sizes{static_cast<std::uint32_t>(slots),
                                         static_cast<std::uint32_t>(coarse_of_fine.size())};
  std::string content;
  append<std::uint32_t>(content, sizes);
  append<std::uint32_t>(content, tags);
  append<std::uint16_t>(content, clusters);
  append<std::uint8_t>(content, coarse_of_fine);
  write_model_file(path, ModelKind::word_clusters, content);
}

}  // namespace newsindex
