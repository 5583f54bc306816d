// SPDX-License-Identifier: GPL-3.0-or-later
// A digest that a JSON object carries as its last member, so that a changed byte is noticed even
// where the JSON is still right: a count, a day, a name.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// The text of an object (as printed over several lines, with a line end) with its digest in it.
std::string sealed(std::string_view object);

// Whether it has a digest.
bool has_seal(std::string_view text);

// Whether its digest is that of all the rest.
bool is_whole(std::string_view text);

}  // namespace newsindex
