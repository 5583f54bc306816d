// SPDX-License-Identifier: GPL-3.0-or-later
// Text that OCR has read from a printed page: blocks of lines, and how they become paragraphs.
// Reading errors are never corrected: "Ihe" stays "Ihe".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/draft.h"

namespace newsindex {

enum class OcrRole : std::uint8_t { text, heading, author, furniture };

struct OcrBlock {
  OcrRole role = OcrRole::text;
  double size = 0;                   // of its letters, in the unit of the page; 0: unknown
  bool goes_on = false;              // the last word of the block before it ends in this block
  std::vector<std::string> lines{};  // as printed, with the hyphens at their ends
};

// The role that a format means by its name for a kind of block: "heading", "page-number"; nullopt
// for a name that is not in ocr-roles.tsv. Letter case does not matter.
std::optional<OcrRole> ocr_role(std::string_view name);

// Appends a word to a line, with a space where the script has spaces.
void append_word(std::string& line, std::string_view word);

// The text of the blocks in their order, as paragraphs separated by an empty line. Joins lines, and
// words that were cut at the end of a line, also from one block to the next if that goes on in a
// small letter. The hyphen is removed if small letters follow, unless the same text has the word
// only with the hyphen ("to-day"); before a capital or a digit it stays ("Anglo-Saxon").
std::string paragraphs_of(const std::vector<OcrBlock>& blocks);

// Sets the title and the body of a page on which the articles are not marked. The title is the
// first heading, or else the first block in larger letters than most of the page. If the title is
// the first block, it is left out of the body. Page numbers and running heads are left out unless
// there is nothing else.
void set_page_text(std::vector<OcrBlock> blocks, Draft& draft);

}  // namespace newsindex
