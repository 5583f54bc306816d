// SPDX-License-Identifier: GPL-3.0-or-later
// Bylines as lines of a page: "By Jane Doe and John Roe, Staff Writers", "2. April 2023 von Max
// Roe".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The people that a line names as authors after a word such as "By"; a date beside them does not
// matter. Empty for any other line, as for a sentence that starts with "By".
std::vector<std::string> byline_authors(std::string_view line);

// True for the words before the names of authors: "By", "Written by:".
bool is_byline_label(std::string_view words);

// True for a line that begins with the word for an author: "Autor: Jane Doe", but not "By Jane
// Doe".
bool names_author(std::string_view line);

// What a line says after such words, whoever or whatever that is: "By our editors" gives "our
// editors". Empty for other lines.
std::string_view after_byline_label(std::string_view line);

// The people whose names stand beside a date with nothing but a mark between them: "4 April 2023 |
// Jane Doe". Empty for other lines.
std::vector<std::string> names_beside_date(std::string_view line);

// True for a line that is a person's name as a byline prints it, and nothing else: "Jane Doe". Two
// or more capitalised words; this alone does not tell a person from a headline.
bool is_name_line(std::string_view line);

}  // namespace newsindex
