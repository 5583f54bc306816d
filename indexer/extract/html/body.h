// SPDX-License-Identifier: GPL-3.0-or-later
// Which blocks of an HTML page are the article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/layout/page_layout.h"
#include "indexer/extract/markup/html_blocks.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

// What the page's data tell of the article; empty where they do not.
struct ToldArticle {
  std::string title;
  std::string text;
  std::vector<std::string> authors;
};

struct HtmlBody {
  PageLayout layout;             // without a headline as yet
  std::vector<HtmlBlock> marks;  // one for each block of the layout; their texts are moved there
  std::vector<std::string_view> cut;  // why a block is not of the article; empty for those that are
};

// The same reckoning as for pages of text (see page_region.h): every block is worth some points,
// the article is the stretch that is worth most. Here the markup tells more: blocks in menus,
// comments and side columns count for little, those in what calls itself the article's text for
// more; and what stands in the same element as the stretch's paragraphs belongs to it.
HtmlBody find_body(const HtmlTree& tree, std::vector<HtmlBlock> blocks, const ToldArticle& told);

}  // namespace newsindex
