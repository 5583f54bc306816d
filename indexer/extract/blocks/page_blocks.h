// SPDX-License-Identifier: GPL-3.0-or-later
// A page of text cut into blocks: paragraphs, headlines, menu entries. An empty line ends a block;
// lines that were wrapped to a width are joined, lines that are a list stay apart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

struct PageBlock {
  std::string text;        // white space normalised, marks of Markdown headings removed
  std::string folded;      // case-folded, without accents
  std::string letters;     // folded, letters only: "3 Kommentare:" -> "kommentare"
  std::size_t weight = 0;  // length in characters; Han, kana and Thai count for two and a half
  std::size_t words = 0;   // in scripts without spaces, one per two characters
  std::size_t stops = 0;   // marks that end a sentence
  std::size_t commas = 0;
  bool sentence = false;  // ends like a sentence
  bool heading = false;   // marked as a heading in Markdown
  bool bullet = false;    // begins with a list mark
};

// REQUIRES: valid UTF-8.
std::vector<PageBlock> cut_into_blocks(std::string_view page);

// One line or paragraph as a block.
PageBlock make_block(std::string_view text);

}  // namespace newsindex
