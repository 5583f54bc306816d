// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/row_fields.h"

#include "query/render/cell_text.h"

namespace newsindex {

const Cell* RowFields::cell(std::string_view name) const {
  const auto at = column_named(table_, name);
  return !at || is_empty(row_[*at]) ? nullptr : &row_[*at];
}

std::string RowFields::text(std::string_view name) const {
  const Cell* found = cell(name);
  Column column{std::string(name)};
  column.between = "; ";
  return found == nullptr ? std::string() : cell_text(*found, column);
}

Texts RowFields::texts(std::string_view name) const {
  const Cell* found = cell(name);
  if (found == nullptr) return {};
  if (const auto* texts = std::get_if<Texts>(found)) return *texts;
  return {text(name)};
}

const Nested& RowFields::records(std::string_view name) const {
  static const Nested kNone;
  const Cell* found = cell(name);
  const auto* records = found == nullptr ? nullptr : std::get_if<Nested>(found);
  return records == nullptr ? kNone : *records;
}

}  // namespace newsindex
