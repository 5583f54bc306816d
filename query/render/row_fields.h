// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a row by the names of their columns, for formats that put articles in a form of
// their own.
#pragma once

#include <string>
#include <string_view>

#include "query/answer/answer.h"

namespace newsindex {

// Both must outlive it.
class RowFields {
 public:
  RowFields(const Table& table, const Row& row) : table_(table), row_(row) {}

  // Nullptr where there is no such column or the cell is empty.
  const Cell* cell(std::string_view name) const;
  // Empty where there is none; several texts with a semicolon between.
  std::string text(std::string_view name) const;
  Texts texts(std::string_view name) const;
  // Records, as topics; null where there are none.
  const Nested& records(std::string_view name) const;

 private:
  const Table& table_;
  const Row& row_;
};

}  // namespace newsindex
