// SPDX-License-Identifier: GPL-3.0-or-later
// A digest (the seal) as the last member of a JSON object. It reveals a changed byte even if the
// JSON is still valid: in a count, a day, a name.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// Adds the digest to the text of an object (which is printed over several lines and ends with a
// line end).
std::string sealed(std::string_view object);

// True if the text has a digest.
bool has_seal(std::string_view text);

// True if the text has a digest that matches all the rest.
bool is_whole(std::string_view text);

}  // namespace newsindex
