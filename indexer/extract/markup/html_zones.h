// SPDX-License-Identifier: GPL-3.0-or-later
// What the elements of a page say of themselves by their tag, role, class and id: "nav",
// "comments", "related-articles", "article-body".
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

enum class HtmlZone : std::uint8_t {
  none,
  body,        // says that it is the text of an article
  lead,        // a standfirst
  hidden,      // not shown
  navigation,  // menus, breadcrumbs, headers and footers of the site
  comments,
  related,  // teasers of other articles, side columns
  share,
  newsletter,
  legal,  // cookie notices, overlays
  advertisement,
  author,  // who the author is
  facts,   // date, byline, tags of the article
  credit,  // whose picture it is
  caption,
  teaser,  // says only that it is short: a standfirst, or of another article
};

inline constexpr std::size_t kHtmlZones = 16;

// What stands in it belongs to no article.
bool is_foreign(HtmlZone zone);

// A word for `inspect --why`: "comments".
std::string_view to_string(HtmlZone zone);

// What an element says of itself alone.
HtmlZone zone_of(const HtmlNode& element);

// What each node says of itself alone; texts say nothing.
std::vector<HtmlZone> zones_by_names(const HtmlTree& tree);

// The zone of each node: its own (`by_names`), or that of what it lies in. An element that holds
// most of the text of the page (`weights`: letters of running text in each node) is not believed to
// be foreign but for comments, nor one that holds the headline, nor many that hold most together.
std::vector<HtmlZone> find_zones(const HtmlTree& tree, const std::vector<HtmlZone>& by_names,
                                 const std::vector<std::uint32_t>& weights);

}  // namespace newsindex
