// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of rules: one row per line, tabs between the columns, compiled in from
// indexer/extract/rules. Empty lines and lines that begin with "#" are ignored.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/text/ascii.h"

namespace newsindex {

template <std::size_t Columns>
using RuleRow = std::array<std::string_view, Columns>;

// The rows of a table; they refer to `table`, which has to outlive them. Throws std::logic_error,
// quoting the line, if a line has another number of columns.
template <std::size_t Columns>
std::vector<RuleRow<Columns>> rule_rows(std::string_view table) {
  std::vector<RuleRow<Columns>> rows;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    if (line.empty() || line.front() == '#') continue;
    RuleRow<Columns> row;
    std::string_view rest = line;
    std::size_t column = 0;
    for (bool more = true; more; ++column) {
      const std::size_t tab = rest.find('\t');
      more = tab != std::string_view::npos;
      if (column < Columns) row[column] = rest.substr(0, tab);
      if (more) rest.remove_prefix(tab + 1);
    }
    if (column != Columns) throw std::logic_error("a rule of another shape: " + std::string(line));
    rows.push_back(row);
  }
  return rows;
}

// The value that a word in a column stands for. Throws std::logic_error for a word that is not in
// `names`.
template <class Value, std::size_t Names>
Value rule_value(std::string_view word,
                 const std::array<std::pair<std::string_view, Value>, Names>& names) {
  for (const auto& [name, value] : names)
    if (name == word) return value;
  throw std::logic_error("a rule with an unknown word: " + std::string(word));
}

// The names and values of a table with the columns value and name.
template <class Value>
using NamedValues = std::vector<std::pair<std::string_view, Value>>;

template <class Value, std::size_t Names>
NamedValues<Value> named_values(const std::array<std::pair<std::string_view, Value>, Names>& values,
                                std::string_view table) {
  NamedValues<Value> names;
  for (const auto& [value, name] : rule_rows<2>(table))
    names.emplace_back(name, rule_value(value, values));
  return names;
}

// The value of a name, ignoring letter case.
template <class Value>
std::optional<Value> value_named(std::string_view name, const NamedValues<Value>& names) {
  for (const auto& [known, value] : names)
    if (same_name(known, name)) return value;
  return std::nullopt;
}

}  // namespace newsindex
