// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/readers/splitters.h"

namespace newsindex {
namespace {

using Cells = std::vector<std::string>;

// A row of a table (RFC 4180) at the front of a text, and where it ends; empty when the text ends
// first. A quoted cell may hold line ends.
struct Row {
  Cells cells;
  std::size_t end = 0;
};

std::optional<Row> next_row(std::string_view text, char separator, bool last) {
  Row row;
  row.cells.emplace_back();
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    std::string& cell = row.cells.back();
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        cell += text[at++];
      } else if (at + 1 == text.size() && !last) {
        return std::nullopt;
      } else {
        quoted = false;
      }
    } else if (c == '"' && cell.empty()) {
      quoted = true;
    } else if (c == separator) {
      row.cells.emplace_back();
    } else if (c == '\n') {
      row.end = at + 1;
      if (cell.ends_with('\r')) cell.pop_back();
      return row;
    } else {
      cell += c;
    }
  }
  if (!last || text.empty()) return std::nullopt;
  row.end = text.size();
  return row;
}

class Table {
 public:
  Table(Window& window, RecordSink& sink) : window_(window), sink_(sink) {}

  void split() {
    const std::string_view line = window_.text().substr(0, window_.text().find('\n'));
    separator_ = table_separator(line);
    const auto header = take();
    if (!header) return;
    header_ = header->cells;
    while (sink_.wants_more())
      if (const auto row = take())
        give(row->cells);
      else
        return;
  }

 private:
  std::optional<Row> take() {
    for (;;) {
      if (auto row = next_row(window_.text(), separator_, false)) {
        window_.drop(row->end);
        return row;
      }
      if (sink_.too_long(window_.text().size())) {
        sink_.refuse_too_long();
        return std::nullopt;
      }
      if (window_.grow()) continue;
      if (window_.failed()) return std::nullopt;
      auto row = next_row(window_.text(), separator_, true);
      if (row) window_.drop(row->end);
      return row;
    }
  }

  void give(const Cells& cells) {
    if (cells.size() == 1 && cells[0].empty()) return;  // an empty line
    if (cells.size() > header_.size()) {
      sink_.refuse("a row of " + std::to_string(cells.size()) + " cells in a table of " +
                   std::to_string(header_.size()) + " columns");
      return;
    }
    nlohmann::json json = nlohmann::json::object();
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (!cells[i].empty()) json[header_[i]] = cells[i];
    sink_.give(RecordFormat::json,
               json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  }

  Window& window_;
  RecordSink& sink_;
  char separator_ = ',';
  Cells header_;
};

}  // namespace

void split_table(Window& window, RecordSink& sink) { Table(window, sink).split(); }

}  // namespace newsindex
