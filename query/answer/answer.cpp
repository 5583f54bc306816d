// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer/answer.h"

#include <algorithm>

#include "schema/error.h"
#include "schema/query_language/did_you_mean.h"

namespace newsindex {
namespace {

constexpr unsigned kAsked = kData | kTable;  // a field that can be chosen is in one of these

std::size_t field_named(const Table& table, const std::string& name) {
  const auto at = column_named(table, name);
  if (at && (table.columns[*at].views & kAsked) != 0) return *at;
  Texts names;
  std::string list;
  for (const Column& column : table.columns) {
    if ((column.views & kAsked) == 0) continue;
    names.emplace_back(column.name);
    list += (list.empty() ? "" : ", ") + names.back();
  }
  throw Error(ExitCode::usage, "--fields: unknown field '" + name + "'" +
                                   did_you_mean(name, names) + "; the fields of this answer are " +
                                   list);
}

Row picked(const Row& row, const std::vector<std::size_t>& positions) {
  Row cells;
  for (const std::size_t at : positions) cells.push_back(row[at]);
  return cells;
}

}  // namespace

bool is_number(const Cell& cell) {
  return std::holds_alternative<std::uint64_t>(cell) || std::holds_alternative<double>(cell);
}

bool is_empty(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return text->empty();
  if (const auto* texts = std::get_if<Texts>(&cell)) return texts->empty();
  if (const auto* snippet = std::get_if<Snippet>(&cell)) return snippet->text.empty();
  return std::holds_alternative<std::monostate>(cell);
}

std::optional<std::size_t> column_named(const Table& table, std::string_view name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == name) return i;
  return std::nullopt;
}

Table flattened(const Table& table, unsigned views) {
  Table flat;
  flat.rows_name = table.rows_name;
  std::vector<std::size_t> repeated;
  for (std::size_t i = 0; i < table.group_columns.size(); ++i) {
    if ((table.group_columns[i].views & views) == 0) continue;
    repeated.push_back(i);
    flat.columns.push_back(table.group_columns[i]);
  }
  flat.columns.insert(flat.columns.end(), table.columns.begin(), table.columns.end());
  Group& all = flat.groups.emplace_back();
  for (const Group& group : table.groups) {
    std::vector<Row> rows = group.rows;
    if (views == kTable) rows.insert(rows.end(), group.rest.begin(), group.rest.end());
    for (const Row& row : rows) {
      Row& cells = all.rows.emplace_back(picked(group.members, repeated));
      cells.insert(cells.end(), row.begin(), row.end());
    }
  }
  return flat;
}

Answer with_fields(const Answer& answer, const Texts& names) {
  Answer chosen = answer;
  const Table flat = flattened(answer.table, kLines | kTable);
  std::vector<std::size_t> positions;
  for (const std::string& name : names) positions.push_back(field_named(flat, name));
  chosen.layout = Layout::table;
  chosen.table = {};
  chosen.table.rows_name = flat.rows_name;
  for (const std::size_t at : positions) {
    Column& column = chosen.table.columns.emplace_back(flat.columns[at]);
    column.views = kAnywhere;
    column.place = Place::cell;
    if (column.heading.empty()) column.heading = column.name;
  }
  Group& rows = chosen.table.groups.emplace_back();
  for (const Row& row : flat.groups.front().rows) rows.rows.push_back(picked(row, positions));
  return chosen;
}

}  // namespace newsindex
