// SPDX-License-Identifier: GPL-3.0-or-later
// A heading often holds more than the headline: a kicker above it, a date, a standfirst, each in an
// element of its own that tells by its name what it is.
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

// The text of a heading, cut where elements other than emphasis begin and end, and behind emphasis
// that it begins with: a kicker is often bold.
std::vector<HeadingPart> heading_parts(const HtmlTree& tree, std::size_t heading);

// The parts [first, last) with a space between them.
std::string joined_parts(const std::vector<HeadingPart>& parts, std::size_t first,
                         std::size_t last);

// The parts without kickers before the headline, dates and what only screen readers say; of those
// that are called headline nothing but these. All of them where nothing would be left.
std::vector<HeadingPart> parts_of_headline(std::vector<HeadingPart> parts);

// Whether a heading is the end of a breadcrumb: all that stands before it in the same list are
// links, and nothing stands behind it.
bool ends_breadcrumb(const HtmlTree& tree, std::size_t heading);

}  // namespace newsindex
