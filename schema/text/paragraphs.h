// SPDX-License-Identifier: GPL-3.0-or-later
// Paragraphs of stored texts. No phrase matches across their boundaries.
#pragma once

#include <cstddef>
#include <string_view>

namespace newsindex {

// The separator between two paragraphs.
inline constexpr std::string_view kBetweenParagraphs = "\n\n";

// True when a paragraph ends between two positions of a text: the end of a word and the beginning
// of the next one.
inline bool ends_paragraph(std::string_view text, std::size_t from, std::size_t to) {
  return to >= from + kBetweenParagraphs.size() &&
         text.substr(from, to - from).find(kBetweenParagraphs) != std::string_view::npos;
}

}  // namespace newsindex
