// SPDX-License-Identifier: GPL-3.0-or-later
// The zones of a page, which its elements name by their tag, role, class and id: "nav", "comments",
// "related-articles", "article-body".
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/extract/markup/class_names.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

// True if text in this zone does not belong to an article.
bool is_foreign(HtmlZone zone);

// Like is_foreign, but false for boxes about the article itself: facts and authors.
bool is_outside_article(HtmlZone zone);

// The name of a zone for `inspect --why`: "comments".
std::string_view to_string(HtmlZone zone);

// The zone that the element itself names; its parents do not count.
HtmlZone zone_of(const HtmlNode& element);

// zone_of for each node; `none` for texts.
std::vector<HtmlZone> zones_by_names(const HtmlTree& tree);

// The zone of each node: its own (`by_names`), or else that of its parent. `weights`: letters of
// running text in each node. A foreign zone is not believed if the element holds most of the text
// of the page (except comments) or the headline, or if its many elements together hold most of the
// text.
std::vector<HtmlZone> find_zones(const HtmlTree& tree, const std::vector<HtmlZone>& by_names,
                                 const std::vector<std::uint32_t>& weights);

}  // namespace newsindex
