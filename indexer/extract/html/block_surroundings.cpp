// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/block_surroundings.h"

#include <algorithm>

namespace newsindex {

BlockSurroundings::BlockSurroundings(const HtmlTree& tree, const HtmlBody& body)
    : tree_(tree), body_(body), kept_(body.marks.size()), in_element_(tree.nodes().size()) {
  measure_nodes();
  for (const std::size_t block : body.layout.article) kept_[block] = true;
  for (std::size_t i = 0; i < body.marks.size(); ++i) {
    const HtmlBlock& mark = body.marks[i];
    std::uint32_t node = mark.node;
    while (node > 0 && tree[node].tag != mark.tag) node = tree[node].parent;
    elements_.push_back(node);
    markup_digests_.push_back(markup_digest(node));
    const double weight = letters(i);
    const double kept = kept_[i] ? 1 : 0;
    const auto add_to = [&](BlockSum& sum) {
      sum.letters += weight;
      sum.kept_letters += kept * weight;
      sum.linked_letters += mark.link_share * weight;
      sum.blocks += 1;
      sum.kept_blocks += kept;
    };
    add_to(alike_[markup_digests_.back()]);
    for (;; node = tree[node].parent) {
      add_to(in_element_[node]);
      if (node == 0) break;
    }
  }
}

void BlockSurroundings::measure_nodes() {
  const std::size_t nodes = tree_.nodes().size();
  depths_.resize(nodes);
  images_.resize(nodes + 1);
  text_.resize(nodes + 1);
  emphasised_.resize(nodes + 1);
  std::size_t emphasised_until = 0;
  for (std::size_t i = 0; i < nodes; ++i) {
    const HtmlNode& node = tree_[i];
    if (i > 0) depths_[i] = depths_[node.parent] + 1;
    if (is_emphasis(node.tag)) emphasised_until = std::max<std::size_t>(emphasised_until, node.end);
    const auto bytes = static_cast<std::uint32_t>(node.text.size());
    images_[i + 1] = images_[i] + (node.tag == GUMBO_TAG_IMG ? 1 : 0);
    text_[i + 1] = text_[i] + bytes;
    emphasised_[i + 1] = emphasised_[i] + (i < emphasised_until ? bytes : 0);
  }
}

double BlockSurroundings::emphasis(std::uint32_t node) const {
  const std::uint32_t end = tree_[node].end;
  const std::uint32_t all = text_[end] - text_[node];
  return all == 0 ? 0 : static_cast<double>(emphasised_[end] - emphasised_[node]) / all;
}

// A digest (FNV-1a) of tags and classes without their digits: classes are often numbered ("p-17").
std::uint64_t BlockSurroundings::markup_digest(std::uint32_t element) const {
  std::uint64_t digest = 0xCBF29CE484222325;
  const auto add = [&](unsigned byte) { digest = (digest ^ byte) * 0x100000001B3; };
  for (const std::uint32_t node : {element, tree_[element].parent}) {
    add(static_cast<unsigned>(tree_[node].tag));
    for (const char c : tree_[node].attribute("class"))
      if (c < '0' || c > '9') add(static_cast<unsigned char>(c));
  }
  return digest;
}

}  // namespace newsindex
