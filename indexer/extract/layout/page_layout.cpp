// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/layout/page_layout.h"

#include <algorithm>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/layout/breadcrumb.h"
#include "indexer/extract/people/byline.h"

namespace newsindex {
namespace {

// How many lines may stand between headline and article.
constexpr std::size_t kMostLinesBetween = 14;
// A line above the first paragraph is a standfirst if it has this many words.
constexpr std::size_t kStandfirstWords = 7;
// A line with more words is not a date line.
constexpr std::size_t kMostWordsOfDateLine = 24;

PageHeadline known_headline(const PageLayout& layout, std::string_view title) {
  PageHeadline headline{std::string(title), std::nullopt, {}};
  const auto same = std::ranges::find(layout.blocks, folded_name(title), &PageBlock::folded);
  if (same != layout.blocks.end()) {
    headline.block = static_cast<std::size_t>(same - layout.blocks.begin());
  }
  return headline;
}

void start_below_headline(PageLayout& layout) {
  if (!layout.headline.block) return;
  const std::size_t below = *layout.headline.block + 1;
  if (below > layout.region.begin || layout.region.begin - below <= kMostLinesBetween) {
    layout.region.begin = below;
  }
}

// False for lines that stand among the paragraphs but do not belong to the article.
bool is_of_article(const PageLayout& layout, std::size_t i) {
  const PageBlock& block = layout.blocks[i];
  if (layout.kinds[i] != BlockKind::plain || block.letters.empty()) return false;
  if (block.folded == folded_name(layout.headline.title)) return false;
  if (is_date_line(block)) return false;
  return is_paragraph(block, layout.kinds[i]) ||
         (!is_breadcrumb(block.text, layout.headline.title) && byline_authors(block.text).empty());
}

// The blocks of the article. Above the first paragraph only a standfirst counts; short lines below
// "Read also" are a list of other articles.
std::vector<std::size_t> article_blocks(const PageLayout& layout) {
  std::vector<std::size_t> blocks;
  bool started = false;
  bool in_list = false;
  for (std::size_t i = layout.region.begin; i < layout.region.end; ++i) {
    const bool paragraph =
        is_paragraph(layout.blocks[i], layout.kinds[i]) && !is_date_line(layout.blocks[i]);
    started = started || paragraph;
    in_list = !paragraph && (in_list || layout.kinds[i] == BlockKind::related);
    const bool counts = started || layout.blocks[i].words >= kStandfirstWords;
    if (counts && !in_list && is_of_article(layout, i)) blocks.push_back(i);
  }
  return blocks;
}

}  // namespace

bool is_date_line(const PageBlock& block) {
  if (block.words > kMostWordsOfDateLine) return false;
  std::string_view rest = block.text;
  std::size_t beside = 0;
  bool dated = false;
  while (const auto date = find_date(rest)) {
    dated = true;
    beside += date->start;
    rest.remove_prefix(date->end);
  }
  return dated && beside + rest.size() <= kMostBesideDate;
}

PageLayout lay_out(std::string_view page, std::string_view title) {
  PageLayout layout;
  layout.blocks = cut_into_blocks(page);
  layout.kinds.reserve(layout.blocks.size());
  for (const PageBlock& block : layout.blocks) layout.kinds.push_back(kind_of(block));
  layout.region = article_region(layout.blocks, layout.kinds);
  if (layout.region.points <= 0) return layout;
  layout.headline = title.empty() ? find_headline(layout.blocks, layout.kinds, layout.region)
                                  : known_headline(layout, title);
  start_below_headline(layout);
  layout.article = article_blocks(layout);
  return layout;
}

}  // namespace newsindex
