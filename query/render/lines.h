// SPDX-License-Identifier: GPL-3.0-or-later
// Lines on a terminal: painted, linked, and broken between words.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "query/render/render.h"

namespace newsindex {

inline constexpr std::string_view kBold = "\x1b[1m";
inline constexpr std::string_view kDim = "\x1b[2m";
inline constexpr std::string_view kMatched = "\x1b[1;33m";

// Text in one paint. Its control characters become spaces when it is printed.
struct Span {
  std::string text;
  std::string_view paint{};
  std::string link{};  // an address that it leads to
};

using Spans = std::vector<Span>;

std::size_t columns_of(const Spans& spans);

// The text in at most so many columns; what is cut off is shown by "…".
std::string cut(std::string_view text, std::size_t columns);

// One line, behind `used` columns that are printed already; what does not fit goes on below,
// `indent` columns from the left. Ends the line.
void print_line(std::ostream& out, const Spans& spans, std::size_t used, std::size_t indent,
                const Style& style);

// The same without breaking, and without the line's end.
void print_spans(std::ostream& out, const Spans& spans, const Style& style);

}  // namespace newsindex
