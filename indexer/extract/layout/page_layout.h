// SPDX-License-Identifier: GPL-3.0-or-later
// A page taken apart: its blocks, what each one is, where the headline and the article stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/layout/page_headline.h"
#include "indexer/extract/layout/page_region.h"

namespace newsindex {

struct PageLayout {
  std::vector<PageBlock> blocks;
  std::vector<BlockKind> kinds;  // one for each block
  PageRegion region;             // from below the headline to the end of the article
  PageHeadline headline;
  std::vector<std::size_t>
      article;  // the blocks that are its paragraphs and subheadings; may be empty

  // Where the headline stands, or else where the article begins.
  std::size_t headline_block() const { return headline.block.value_or(region.begin); }
  // Where the first paragraph stands.
  std::size_t first_block() const { return article.empty() ? region.begin : article.front(); }
};

// In bytes: how much may stand beside the date in a line that gives a date and little else.
inline constexpr std::size_t kMostBesideDate = 30;

// True for a line that gives a date and little else: "Published 3 July 2023 at 18:05 - Updated 4
// July 2023".
bool is_date_line(const PageBlock& block);

// `title` is the headline if it is known from elsewhere, else empty. REQUIRES: valid UTF-8.
PageLayout lay_out(std::string_view page, std::string_view title);

}  // namespace newsindex
