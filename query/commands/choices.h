// SPDX-License-Identifier: GPL-3.0-or-later
// Values of options that stand for something: a table of names for each.
#pragma once

#include <algorithm>
#include <string_view>

namespace newsindex {

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

// The value with this name; the first when none is given. Names are those of the table of options,
// by which they were checked.
template <class Table>
auto choice(std::string_view given, const Table& table) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == given; });
  return found == table.end() ? table.front().value : found->value;
}

}  // namespace newsindex
