// SPDX-License-Identifier: GPL-3.0-or-later
// Functions for values that are written on one line.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace newsindex {

// Text on one line: runs of white space become one space.
std::string on_one_line(std::string_view text);

// True for "", "null", "N/A", "NaN" and the like, which mean that there is no value.
bool is_no_value(std::string_view text);

// The parts of a text between the separators, trimmed, without parts that say nothing.
std::vector<std::string> parts_of(std::string_view text, std::string_view separators);

// The parts of a text between the marks; at least one part.
std::vector<std::string_view> cut_at(std::string_view text,
                                     std::span<const std::string_view> marks);

// The words of a text, separated by spaces.
std::vector<std::string_view> words_of(std::string_view text);

// The share of the words in `text` that are also in `others`: 0..1; 0 for a text without words.
double share_of_words(std::string_view text, const std::unordered_set<std::string_view>& others);
double share_of_words(std::string_view text, std::string_view others);

// The parts of a list in a text: between `;` or `|`; if it has neither, between commas.
std::vector<std::string> listed_parts(std::string_view text);

}  // namespace newsindex
