// SPDX-License-Identifier: GPL-3.0-or-later
// Lines on a terminal: painted, with links, and broken between words.
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

// Text with one paint. Control characters become spaces when it is printed.
struct Span {
  std::string text;
  std::string_view paint{};
  std::string link{};  // the address that it links to
};

using Spans = std::vector<Span>;

std::size_t columns_of(const Spans& spans);

// Cuts a text to at most this many columns; "…" stands for what is cut off.
std::string cut(std::string_view text, std::size_t columns);

// Prints a line after `used` columns that are already printed, and a line end. What does not fit
// continues on the next line, indented by `indent` columns.
void print_line(std::ostream& out, const Spans& spans, std::size_t used, std::size_t indent,
                const Style& style);

// The same without line breaks and without the line end.
void print_spans(std::ostream& out, const Spans& spans, const Style& style);

}  // namespace newsindex
