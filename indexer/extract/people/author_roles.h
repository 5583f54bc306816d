// SPDX-License-Identifier: GPL-3.0-or-later
// Roles and places that follow a name in a byline without a comma.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// True if a word is a role ("editor", "Writers") or stands for people who are not named ("staff",
// "agencies").
bool is_role(std::string_view word);

// True if the last word shows a newspaper or an agency: "Associated Press". REQUIRES: not empty.
bool is_employer(const std::vector<std::string>& words);

// Shortens "Jane Doe Environment editor" and "Jane Doe Middle East correspondent" to "Jane Doe".
// Only if the word before the role is a known desk: otherwise it could be a part of the name, and
// the words stay as they are.
void drop_role(std::vector<std::string>& words);

// Shortens "Jane Doe in Stanstead" to "Jane Doe". Returns true if there was such a place.
bool drop_place(std::vector<std::string>& words);

// True if the part of a byline after such a place can belong to it: "Quebec", "South Carolina".
bool is_region(const std::vector<std::string>& words);

}  // namespace newsindex
