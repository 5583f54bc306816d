// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts an HTML page into blocks: paragraphs, headings, list items, rows of tables.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/blocks/page_blocks.h"
#include "indexer/extract/markup/html_zones.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

struct HtmlBlock {
  PageBlock block;
  std::uint32_t node = 0;  // the element that the text is in
  GumboTag tag{};          // of the element that makes the text a block: p, h2, li, td, div
  HtmlZone zone{};
  double link_share = 0;  // 0..1: the share of the text that is in links
};

bool is_heading(const HtmlBlock& mark);

// True for a part of a list or a table.
bool is_item(const HtmlBlock& mark);

// The element that makes the text a block: the <h1> around a <span>.
std::size_t element_of_block(const HtmlTree& tree, const HtmlBlock& mark);

// The parent of the block's own element: the same for paragraphs side by side.
std::size_t element_around(const HtmlTree& tree, const HtmlBlock& mark);

// True if the block is a <p> whose parent is `element`.
bool is_paragraph_in(const HtmlTree& tree, const HtmlBlock& mark, std::size_t element);

// For each node, the letters of running text in it and below it: of long texts and of sentences
// that are not in a link or the title.
std::vector<std::uint32_t> running_text(const HtmlTree& tree);

// The blocks of the visible text of the page, in order.
std::vector<HtmlBlock> cut_into_blocks(const HtmlTree& tree, const std::vector<HtmlZone>& zones);

}  // namespace newsindex
