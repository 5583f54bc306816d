// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/topics/features.h"

namespace newsindex {
namespace {

constexpr std::uint64_t kFine = 0xc2b2ae3d27d4eb4fu;
constexpr std::uint64_t kCoarse = 0x165667b19e3779f9u;

std::uint32_t row_of(std::uint64_t hash) {
  constexpr std::uint64_t kFactor = 0xd6e8feb86659fd93u;
  hash = (hash ^ (hash >> 32)) * kFactor;
  hash ^= hash >> 32;
  return static_cast<std::uint32_t>((hash * kFactor) >> (64 - kTopicRowBits));
}

}  // namespace

std::uint32_t row_of_word(std::uint64_t lower) { return row_of(lower); }
std::uint32_t row_of_fine(std::uint16_t cluster) { return row_of(cluster + kFine); }
std::uint32_t row_of_coarse(std::uint16_t cluster) { return row_of(cluster + kCoarse); }

RowCounter::RowCounter() : counts_(kTopicRows) {}

void RowCounter::find(std::uint32_t row, float weight) {
  found_.push_back({row, weight});
  __builtin_prefetch(&counts_[found_.back().row], 1);
}

void RowCounter::count_found() {
  for (const CountedRow& found : found_) {
    float& count = counts_[found.row];
    if (count == 0) rows_.push_back(found.row);
    count += found.count;
  }
  found_.clear();
}

void RowCounter::add(std::span<const WordForm* const> words, float weight) {
  constexpr float kFineShare = 1.0f;
  constexpr float kCoarseShare = 0.7f;
  for (const WordForm* word : words) {
    if (!word->letters) continue;
    find(row_of_word(word->meaning), weight);
    if (word->cluster.fine == 0) continue;
    find(row_of_fine(word->cluster.fine), weight * kFineShare);
    find(row_of_coarse(word->cluster.coarse), weight * kCoarseShare);
  }
  count_found();
}

std::vector<CountedRow> RowCounter::take() {
  std::vector<CountedRow> rows;
  rows.reserve(rows_.size());
  for (const std::uint32_t row : rows_) {
    rows.push_back({row, counts_[row]});
    counts_[row] = 0;
  }
  rows_.clear();
  return rows;
}

}  // namespace newsindex
