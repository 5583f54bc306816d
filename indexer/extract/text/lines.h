// SPDX-License-Identifier: GPL-3.0-or-later
// Values that are written on one line.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace newsindex {

// Text on one line: runs of white space become one space.
std::string on_one_line(std::string_view text);

// "", "null", "N/A", "NaN" and the like, which stand for nothing.
bool says_nothing(std::string_view text);

// The parts of a text between the separators, trimmed, without empty ones.
std::vector<std::string> parts_of(std::string_view text, std::string_view separators);

// The parts of a text between marks, at least one.
std::vector<std::string_view> cut_at(std::string_view text,
                                     std::span<const std::string_view> marks);

// The words between spaces.
std::vector<std::string_view> words_of(std::string_view text);

// How many of the words of a text are among others: 0..1, and 0 for a text without words.
double share_of_words(std::string_view text, const std::unordered_set<std::string_view>& others);
double share_of_words(std::string_view text, std::string_view others);

// The parts of a list in a text: between `;` or `|`, or without these between commas.
std::vector<std::string> listed_parts(std::string_view text);

}  // namespace newsindex
