// SPDX-License-Identifier: GPL-3.0-or-later
// A learnt model that scores the blocks of a page: many small decision trees whose leaves are
// added.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// A complete binary tree: the children of split k are 2k + 1 and 2k + 2. The left child is taken if
// the fact is not above the threshold.
struct DecisionTree {
  static constexpr std::size_t kDepth = 4;
  static constexpr std::size_t kSplits = (1 << kDepth) - 1;
  static constexpr std::size_t kLeaves = 1 << kDepth;

  std::array<std::uint16_t, kSplits> fact{};
  std::array<float, kSplits> threshold{};
  std::array<float, kLeaves> leaf{};

  std::size_t leaf_of(std::span<const float> facts) const {
    std::size_t at = 0;
    while (at < kSplits) at = 2 * at + 1 + (facts[fact[at]] > threshold[at] ? 1 : 0);
    return at - kSplits;
  }
};

struct BlockModel {
  std::size_t fewest_blocks = 0;  // a page with fewer is unlike the training pages
  float bias = 0;
  std::vector<DecisionTree> trees;

  // Above 0 if the block more likely belongs to the article than not.
  float score(std::span<const float> facts) const;
};

// The table has the fewest blocks and the bias, each on a line of its own, and then one line per
// tree: facts, thresholds and leaves, separated by tabs. Lines that begin with "#" before the first
// line or before a tree are comments. Throws Error(config) for anything else, and for a fact number
// that is too large.
BlockModel parse_block_model(std::string_view table);

std::string to_table(const BlockModel& model);

// The model in indexer/models/html-blocks.tsv, which is compiled in.
const BlockModel& shipped_block_model();

}  // namespace newsindex
