// SPDX-License-Identifier: GPL-3.0-or-later
// The name that was probably meant by a misspelt one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// Edits (insert, delete, replace, swap of neighbours) from one name to the other: the optimal
// string alignment distance, by bytes.
std::size_t edit_distance(std::string_view from, std::string_view to);

// The nearest name within two edits, and fewer than the name has letters; "" when there is none.
// Letter case does not count. The first of equally near ones.
std::string nearest_name(std::string_view misspelt, const std::vector<std::string>& names);

}  // namespace newsindex
