// SPDX-License-Identifier: GPL-3.0-or-later
// The last cuts at an article out of HTML, once its blocks are known: what only its neighbours
// tell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html/body.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

// Why a line that is a date is not of the article, at first.
inline constexpr std::string_view kDateAbove = "date";

// Takes out of the article what is said twice, the time stamps of a live blog, the beginnings of
// other articles below it, notes on its authors (`authors`: their names), initials, and headings
// of nothing that was kept; takes back the dates between its paragraphs. `siblings`: the element
// in which most of its paragraphs stand, or 0.
void trim_article(const HtmlTree& tree, std::size_t siblings,
                  const std::vector<std::string>& authors, HtmlBody& body);

}  // namespace newsindex
