// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the name that the user probably meant by a misspelt one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The number of edits (insert, delete, replace, swap of neighbours) from one name to the other: the
// optimal string alignment distance, by bytes.
std::size_t edit_distance(std::string_view from, std::string_view to);

// The name with the fewest edits from `misspelt`: at most two, and fewer than `misspelt` has bytes.
// "" when there is none; the first one when several are equally near. Letter case does not count.
std::string nearest_name(std::string_view misspelt, const std::vector<std::string>& names);

}  // namespace newsindex
