// SPDX-License-Identifier: GPL-3.0-or-later
// Which blocks of an HTML page are the article.
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

// What the page's data tell of the article; empty where they do not.
struct ToldArticle {
  std::string title;
  std::string text;
  std::vector<std::string> authors;
};

// What the rules found out on the way to the article's blocks.
struct HtmlPlaces {
  std::vector<double> points;      // of each block
  std::vector<bool> told;          // whether the page's data have the text of the block
  std::size_t headline = 0;        // the block, or the number of blocks
  std::uint32_t container = 0;     // the deepest element that holds most of the stretch's text
  std::uint32_t siblings = 0;      // in which most of its paragraphs stand, or 0
  std::uint32_t main_article = 0;  // the innermost <article> that holds most of the text, or 0
};

struct HtmlBody {
  PageLayout layout;             // without a headline as yet
  std::vector<HtmlBlock> marks;  // one for each block of the layout; their texts are moved there
  std::vector<std::string_view> cut;  // why a block is not of the article; empty for those that are
  HtmlPlaces places;
};

// The same reckoning as for pages of text (see page_region.h): every block is worth some points,
// the article is the stretch that is worth most. Here the markup tells more: blocks in menus,
// comments and side columns count for little, those in what calls itself the article's text for
// more; and what stands in the same element as the stretch's paragraphs belongs to it.
// That is what the rules choose; `model`, or null, has the last word (see block_model.h).
HtmlBody find_body(const HtmlTree& tree, std::vector<HtmlBlock> blocks, const ToldArticle& told,
                   const BlockModel* model);

}  // namespace newsindex
