// SPDX-License-Identifier: GPL-3.0-or-later
// The characters of a query: which ones separate words, which are quotes, which can be searched
// for, and how wide each is on a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace newsindex {

struct CodePoint {
  char32_t code;     // U+FFFD where the bytes are not UTF-8
  std::size_t size;  // in bytes, at least 1
};

// REQUIRES: at < text.size().
CodePoint code_point_at(std::string_view text, std::size_t at);

// The position of the first byte that is not UTF-8, or nullopt.
std::optional<std::size_t> first_malformed(std::string_view text);

// True for white space of any script, control characters, and invisible characters (zero-width
// space, direction marks).
bool is_blank(char32_t code);

// True for straight, curly, low and angle double quotes, but not for apostrophes and single quotes.
bool is_quote(char32_t code);

bool is_letter(char32_t code);

// True when the text has a letter or digit: other characters are not indexed.
bool is_searchable(std::string_view text);

// Columns on a terminal: 0 for combining marks, 2 for wide East Asian characters, else 1.
std::size_t columns(char32_t code);

}  // namespace newsindex
