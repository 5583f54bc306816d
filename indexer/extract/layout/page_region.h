// SPDX-License-Identifier: GPL-3.0-or-later
// Finds where on a page the article stands. Every block has points: paragraphs of sentences have
// many, short lines that do not end like a sentence cost a few, boilerplate lines cost more. The
// article is the stretch of blocks with the most points: a subheading between paragraphs costs less
// than the paragraphs gain, a menu costs more.
#pragma once

#include <cstddef>
#include <span>

#include "indexer/extract/blocks/boilerplate.h"
#include "indexer/extract/blocks/page_blocks.h"

namespace newsindex {

struct PageRegion {
  std::size_t begin = 0;  // blocks [begin, end)
  std::size_t end = 0;
  double points = 0;  // 0 or less: there is no article
};

// The points of a block.
double points_of(const PageBlock& block, BlockKind kind);

// True for a paragraph of running text.
bool is_paragraph(const PageBlock& block, BlockKind kind);

// REQUIRES: a kind for each block.
PageRegion article_region(std::span<const PageBlock> blocks, std::span<const BlockKind> kinds);

}  // namespace newsindex
