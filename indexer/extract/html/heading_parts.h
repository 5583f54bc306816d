// SPDX-License-Identifier: GPL-3.0-or-later
// Splits a heading into parts. A heading often holds more than the headline: a kicker above it, a
// date, a standfirst, each in an element of its own whose tag or class says what it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

enum class HeadingRole : std::uint8_t { plain, kicker, date, hidden, headline };

struct HeadingPart {
  std::string text;
  HeadingRole role = HeadingRole::plain;
};

// The text of a heading, cut where elements such as <span>, <div> and <br> begin and end. Emphasis
// cuts only if the heading begins with it: a kicker is often bold.
std::vector<HeadingPart> heading_parts(const HtmlTree& tree, std::size_t heading);

// The parts [first, last) with a space between them.
std::string joined_parts(const std::vector<HeadingPart>& parts, std::size_t first,
                         std::size_t last);

// Removes what only screen readers say, dates, and kickers before the headline. If some parts are
// marked as the headline, only these stay. If no part is plain text, dates and kickers stay.
std::vector<HeadingPart> parts_of_headline(std::vector<HeadingPart> parts);

// True if a heading is the end of a breadcrumb: all that stands before it in the same list are
// links, and nothing stands after it.
bool ends_breadcrumb(const HtmlTree& tree, std::size_t heading);

}  // namespace newsindex
