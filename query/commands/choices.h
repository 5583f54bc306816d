// SPDX-License-Identifier: GPL-3.0-or-later
// Option values that stand for something else: a table of names for each option.
#pragma once

#include <algorithm>
#include <string_view>

namespace newsindex {

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

// Returns the value with this name; if there is none, the first of the table (no name was given).
// Unknown names were already rejected by the table of options.
template <class Table>
auto choice(std::string_view given, const Table& table) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == given; });
  return found == table.end() ? table.front().value : found->value;
}

}  // namespace newsindex
