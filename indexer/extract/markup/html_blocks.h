// SPDX-License-Identifier: GPL-3.0-or-later
// An HTML page cut into blocks: paragraphs, headings, list items, rows of tables.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/blocks/page_blocks.h"
#include "indexer/extract/markup/html_zones.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

struct HtmlBlock {
  PageBlock block;
  std::uint32_t node = 0;  // the element that the text stands in
  GumboTag tag{};          // of that element or of what makes it a block: p, h2, li, td, div
  HtmlZone zone{};
  double link_share = 0;  // 0..1: how much of the text is in links
};

bool is_heading(const HtmlBlock& mark);

// Of a list or a table.
bool is_item(const HtmlBlock& mark);

// The element that makes the text a block: the <h1> around a <span>.
std::size_t element_of_block(const HtmlTree& tree, const HtmlBlock& mark);

// The element that the block's own element stands in: the same for paragraphs side by side.
std::size_t element_around(const HtmlTree& tree, const HtmlBlock& mark);

// Whether it is a <p> that stands in `element` itself.
bool is_paragraph_in(const HtmlTree& tree, const HtmlBlock& mark, std::size_t element);

// Letters of running text (paragraphs with few links) in each node and all below it.
std::vector<std::uint32_t> running_text(const HtmlTree& tree);

// The visible text of the page, in order. Hidden text is left out.
std::vector<HtmlBlock> cut_into_blocks(const HtmlTree& tree, const std::vector<HtmlZone>& zones);

}  // namespace newsindex
