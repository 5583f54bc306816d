// SPDX-License-Identifier: GPL-3.0-or-later
// Text that a machine has read off a printed page: blocks of lines, and how they become paragraphs.
// What was read is never corrected: "Ihe" stays "Ihe".
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
  double size = 0;                   // of its letters, in whatever unit the page has; 0: unknown
  bool goes_on = false;              // it begins within the last word of the block before it
  std::vector<std::string> lines{};  // as printed, with the hyphens at their ends
};

// What is meant by the name that a format has for a kind of block: "heading", "page-number"; empty
// for a name that is not listed (ocr-roles.tsv). Letter case does not count.
std::optional<OcrRole> ocr_role(std::string_view name);

// Appends a word to a line, with a space where the script has spaces.
void append_word(std::string& line, std::string_view word);

// The blocks in their order as paragraphs with an empty line between them. Lines are joined, and so
// are words that were cut at the end of a line, also of the last line of a block before one that
// goes on in a small letter. A hyphen goes where small letters follow, unless the same text has the
// word only with it ("to-day"); before a capital or a number it stays ("Anglo-Saxon").
std::string paragraphs_of(const std::vector<OcrBlock>& blocks);

// The title and the body of a page of which nobody says where its articles are: the first heading,
// or without one the first block in larger letters than most of the page. A title that stands first
// is not in the body, too. Page numbers and running heads are left out, unless there is nothing
// else.
void set_page_text(std::vector<OcrBlock> blocks, Draft& draft);

}  // namespace newsindex
