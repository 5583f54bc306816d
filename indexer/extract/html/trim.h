// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the final cuts to the blocks of an HTML article: those that depend on neighbouring blocks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html/body.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

// Why a line that is a date was cut; trim_article may take the line back.
inline constexpr std::string_view kDateAbove = "date";

// Removes repeated text, the time stamps of a live blog, what belongs to other articles below the
// text, notes on the authors (`authors`: their names), initials, and headings whose text was cut.
// Takes back the dates between the paragraphs. `siblings`: the element in which most of the
// article's paragraphs stand, or 0.
void trim_article(const HtmlTree& tree, std::size_t siblings,
                  const std::vector<std::string>& authors, HtmlBody& body);

}  // namespace newsindex
