// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind a name in a byline without a comma between: roles and places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// Whether a word is a role ("editor", "Writers"), or what stands for people who are not named
// ("staff", "agencies").
bool is_role(std::string_view word);

// Whether it is a paper or an agency, by its last word: "Associated Press". REQUIRES: not empty.
bool is_employer(const std::vector<std::string>& words);

// "Jane Doe Environment editor" and "Jane Doe Middle East correspondent" become Jane Doe. Only
// where the word before the role is known to be a desk: else it could be a part of the name, and
// the words stay as they are.
void drop_role(std::vector<std::string>& words);

// "Jane Doe in Stanstead" becomes Jane Doe. True if there was such a place.
bool drop_place(std::vector<std::string>& words);

// Whether the part of a byline behind such a place goes on with it: "Quebec", "South Carolina".
bool is_region(const std::vector<std::string>& words);

}  // namespace newsindex
