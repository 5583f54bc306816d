// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the blocks of an HTML page that are the article.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/layout/page_layout.h"
#include "indexer/extract/markup/html_blocks.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

struct BlockModel;

// What the page's metadata say about the article. A field is empty if they do not say it.
struct ArticleMetadata {
  std::string title;
  std::string text;
  std::vector<std::string> authors;
};

// What the rules found out while choosing the article's blocks.
struct BodyEvidence {
  std::vector<double> points;      // of each block
  std::vector<bool> told;          // whether the metadata contain the text of the block
  std::size_t headline = 0;        // index of the block, or the number of blocks if there is none
  std::uint32_t container = 0;     // the deepest element that holds most of the stretch's text
  std::uint32_t siblings = 0;      // the element with most of the stretch's paragraphs, or 0
  std::uint32_t main_article = 0;  // the innermost <article> that holds most of the text, or 0
};

struct HtmlBody {
  PageLayout layout;                  // has no headline yet
  std::vector<HtmlBlock> marks;       // one for each block of the layout, which has their texts
  std::vector<std::string_view> cut;  // why each block is not in the article; empty if it is
  BodyEvidence evidence;
};

// Works as for pages of text (see page_region.h): every block has points, and the article is the
// stretch with the most points. The markup adds evidence: blocks in menus, comments and side
// columns count for little, blocks in an element that is marked as the article's text count for
// more, and what stands in the same element as the stretch's paragraphs belongs to it. This is the
// choice of the rules; `model`, if not null, decides last (see block_model.h).
HtmlBody find_body(const HtmlTree& tree, std::vector<HtmlBlock> blocks, const ArticleMetadata& told,
                   const BlockModel* model);

}  // namespace newsindex
