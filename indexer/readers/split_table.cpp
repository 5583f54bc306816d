// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "indexer/extract/text/charset.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/readers/splitters.h"

namespace newsindex {
namespace {

using Cells = std::vector<std::string>;

// A row of a table (RFC 4180) at the front of a text, and where it ends. A quoted cell may contain
// line ends. next_row returns nullopt if the text ends first.
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
      if (auto row = next_row(window_.text(), separator_, false)) return decoded(std::move(*row));
      if (sink_.too_long(window_.text().size())) {
        sink_.refuse_too_long();
        return std::nullopt;
      }
      if (window_.grow()) continue;
      if (window_.failed()) return std::nullopt;
      auto row = next_row(window_.text(), separator_, true);
      return row ? std::optional(decoded(std::move(*row))) : std::nullopt;
    }
  }

  // Takes a row. If the table is not UTF-8, its encoding is guessed once, from all text that is
  // then in the window, because single rows are short.
  Row decoded(Row row) {
    const std::string_view bytes = window_.text().substr(0, row.end);
    if (!simdjson::validate_utf8(bytes.data(), bytes.size())) {
      if (charset_.empty()) charset_ = charset_of(window_.text());
      for (std::string& cell : row.cells) cell = to_utf8(cell, charset_);
    }
    window_.drop(row.end);
    return row;
  }

  void give(const Cells& cells) {
    if (cells.size() == 1 && cells[0].empty()) return;  // an empty line
    if (cells.size() > header_.size()) {
      sink_.refuse("a row of " + std::to_string(cells.size()) + " cells in a table of " +
                   std::to_string(header_.size()) + " columns");
      return;
    }
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (!cells[i].empty()) json[header_[i]] = cells[i];
    sink_.give(RecordFormat::json,
               json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }

  Window& window_;
  RecordSink& sink_;
  char separator_ = ',';
  std::string charset_;
  Cells header_;
};

}  // namespace

void split_table(Window& window, RecordSink& sink) { Table(window, sink).split(); }

}  // namespace newsindex
