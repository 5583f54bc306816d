// SPDX-License-Identifier: GPL-3.0-or-later
// Paragraphs of stored texts, which no phrase runs over.
#pragma once

#include <cstddef>
#include <string_view>

namespace newsindex {

// What stands between two paragraphs.
inline constexpr std::string_view kBetweenParagraphs = "\n\n";

// True when a paragraph ends between two places of a text: the end of a word and the beginning of
// the next one.
inline bool ends_paragraph(std::string_view text, std::size_t from, std::size_t to) {
  return to >= from + kBetweenParagraphs.size() &&
         text.substr(from, to - from).find(kBetweenParagraphs) != std::string_view::npos;
}

}  // namespace newsindex
