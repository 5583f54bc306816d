// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the elements around the blocks of a page: how much of their text the rules have chosen.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "indexer/extract/html/body.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

// The sums over a group of blocks: those in one element, or those that are built alike.
struct BlockSum {
  double letters = 0;
  double kept_letters = 0;
  double linked_letters = 0;
  double blocks = 0;
  double kept_blocks = 0;
};

class BlockSurroundings {
 public:
  // Both arguments must outlive this object.
  BlockSurroundings(const HtmlTree& tree, const HtmlBody& body);

  bool is_kept(std::size_t block) const { return kept_[block]; }
  double letters(std::size_t block) const {
    return static_cast<double>(body_.layout.blocks[block].weight);
  }
  // The element that makes the text a block.
  std::uint32_t element(std::size_t block) const { return elements_[block]; }

  const BlockSum& in_element(std::uint32_t node) const { return in_element_[node]; }
  // The blocks with the same tag and class whose parents have the same tag and class, too.
  const BlockSum& with_same_markup(std::size_t block) const {
    return alike_.at(markup_digests_[block]);
  }
  const BlockSum& page() const { return in_element_[0]; }

  unsigned depth(std::uint32_t node) const { return depths_[node]; }
  // How much of an element's text is bold or italic, 0..1.
  double emphasis(std::uint32_t node) const;
  unsigned images_between(std::uint32_t from, std::uint32_t to) const {
    return to > from ? images_[to] - images_[from] : 0;
  }

 private:
  void measure_nodes();
  std::uint64_t markup_digest(std::uint32_t element) const;

  const HtmlTree& tree_;
  const HtmlBody& body_;
  std::vector<bool> kept_;
  std::vector<std::uint32_t> elements_;
  std::vector<std::uint64_t> markup_digests_;
  std::vector<BlockSum> in_element_;
  std::unordered_map<std::uint64_t, BlockSum> alike_;
  std::vector<std::uint32_t> depths_;
  // Running totals: entry i is the sum over the nodes before node i.
  std::vector<std::uint32_t> images_;
  std::vector<std::uint32_t> text_;
  std::vector<std::uint32_t> emphasised_;
};

}  // namespace newsindex
