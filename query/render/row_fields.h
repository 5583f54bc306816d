// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a row by the names of their columns, for formats that write articles in their own
// form.
#pragma once

#include <string>
#include <string_view>

#include "query/answer/answer.h"

namespace newsindex {

// The table and the row must outlive it.
class RowFields {
 public:
  RowFields(const Table& table, const Row& row) : table_(table), row_(row) {}

  // Returns nullptr if there is no such column or its cell is empty.
  const Cell* cell(std::string_view name) const;
  // Empty if there is no such cell; several texts are joined by semicolons.
  std::string text(std::string_view name) const;
  Texts texts(std::string_view name) const;
  // Records, such as topics; null if there are none.
  const Nested& records(std::string_view name) const;

 private:
  const Table& table_;
  const Row& row_;
};

}  // namespace newsindex
