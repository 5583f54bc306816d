// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/topics/features.h"

namespace newsindex {
namespace {

constexpr std::uint64_t kPairs = 0x9e3779b97f4a7c15u;
constexpr std::uint64_t kFine = 0xc2b2ae3d27d4eb4fu;
constexpr std::uint64_t kCoarse = 0x165667b19e3779f9u;

std::uint32_t row_of(std::uint64_t hash) {
  constexpr std::uint64_t kFactor = 0xd6e8feb86659fd93u;
  hash = (hash ^ (hash >> 32)) * kFactor;
  hash ^= hash >> 32;
  return static_cast<std::uint32_t>((hash * kFactor) >> (64 - kTopicRowBits));
}

}  // namespace

RowCounter::RowCounter() : counts_(kTopicRows) {}

void RowCounter::count(std::uint64_t hash, float weight) {
  const std::uint32_t row = row_of(hash);
  if (counts_[row] == 0) rows_.push_back(row);
  counts_[row] += weight;
}

void RowCounter::add(std::span<const WordForm* const> words, float weight) {
  constexpr float kFineShare = 1.0f;
  constexpr float kCoarseShare = 0.7f;
  const WordForm* before = nullptr;
  for (const WordForm* word : words) {
    if (!word->letters) {
      before = nullptr;
      continue;
    }
    count(word->lower, weight);
    if (before != nullptr) count(before->lower * 3 + word->lower + kPairs, weight);
    if (word->cluster.fine != 0) {
      count(word->cluster.fine + kFine, weight * kFineShare);
      count(word->cluster.coarse + kCoarse, weight * kCoarseShare);
    }
    before = word;
  }
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
