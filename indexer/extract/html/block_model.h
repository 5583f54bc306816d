// SPDX-License-Identifier: GPL-3.0-or-later
// A learnt weight of the blocks of a page: many small decision trees whose leaves add up.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// Complete: the children of split k are 2k + 1 and 2k + 2; left is where the fact is not above
// the threshold.
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
  std::size_t fewest_blocks = 0;  // of a page that is like those it was learnt from
  float bias = 0;
  std::vector<DecisionTree> trees;

  // Above 0: of the article, more likely than not.
  float score(std::span<const float> facts) const;
};

// A line a tree: facts, thresholds and leaves, with tabs between them; the bias before them in a
// line of its own; "#" begins a comment. Throws Error(config) for anything else, and for facts that
// there are not.
BlockModel parse_block_model(std::string_view table);

std::string to_table(const BlockModel& model);

// That of indexer/models/html-blocks.tsv, which is built in.
const BlockModel& shipped_block_model();

}  // namespace newsindex
