// SPDX-License-Identifier: GPL-3.0-or-later
// Finds bylines in the lines of a page: "By Jane Doe and John Roe, Staff Writers", "2. April 2023
// von Max Roe".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The people that a line names as authors after a word such as "By"; the line may also have a date.
// Empty for any other line, and for a sentence that starts with "By".
std::vector<std::string> byline_authors(std::string_view line);

// True for words that precede the names of authors: "By", "Written by:".
bool is_byline_label(std::string_view words);

// True for a line that begins with a word meaning "author": "Autor: Jane Doe", but not "By Jane
// Doe".
bool begins_with_author_label(std::string_view line);

// The text of a line after such words, even if it is not a name: "By our editors" gives "our
// editors". Empty for other lines.
std::string_view after_byline_label(std::string_view line);

// The people whose names are next to a date, separated from it only by a mark: "4 April 2023 | Jane
// Doe". Empty for other lines.
std::vector<std::string> names_beside_date(std::string_view line);

// True for a line that has only names of people, as a byline prints them: "Jane Doe". A name has
// two or more capitalised words; this alone does not tell a person from a headline.
bool is_name_line(std::string_view line);

}  // namespace newsindex
