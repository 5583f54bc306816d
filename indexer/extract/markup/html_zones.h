// SPDX-License-Identifier: GPL-3.0-or-later
// What the elements of a page say of themselves by their tag, role, class and id: "nav",
// "comments", "related-articles", "article-body".
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/extract/markup/class_names.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

// What stands in it belongs to no article.
bool is_foreign(HtmlZone zone);

// The same, but for boxes that tell of the article itself: facts and authors.
bool stands_apart(HtmlZone zone);

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
