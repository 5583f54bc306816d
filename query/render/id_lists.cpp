// SPDX-License-Identifier: GPL-3.0-or-later
// Formats that print little more than the ids of the rows.
#include <algorithm>
#include <ostream>
#include <string>

#include "query/render/cell_text.h"
#include "query/render/formats.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

constexpr int kScoreDigits = 6;

// The texts of one column, by row.
class ColumnTexts {
 public:
  ColumnTexts(const Table& table, std::string_view name)
      : at_(column_named(table, name)), column_{std::string(name), kAnywhere, Place::cell, "", "|",
                                                kScoreDigits} {}
  std::string operator()(const Row& row) const {
    return at_ ? cell_text(row[*at_], column_) : std::string();
  }

 private:
  std::optional<std::size_t> at_;
  Column column_;
};

std::string word(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }, '_');
  return text;
}

}  // namespace

void render_ids(std::ostream& out, const Answer& answer, const Style&) {
  const ColumnTexts ids(answer.table, "id");
  for (const Group& group : answer.table.groups) {
    for (const Row& row : group.rows) {
      const std::string id = ids(row);
      const bool is_line = !id.starts_with('"') && id.find_first_of("\r\n") == std::string::npos;
      out << (is_line ? id : json_line(id)) << '\n';
    }
  }
}

void render_trec(std::ostream& out, const Answer& answer, const Style&) {
  const Table flat = flattened(answer.table, kTable);
  const ColumnTexts queries(flat, "query_id");
  const ColumnTexts ids(flat, "id");
  const ColumnTexts ranks(flat, "rank");
  const ColumnTexts scores(flat, "score");
  for (const Row& row : flat.groups.front().rows)
    out << word(queries(row)) << " Q0 " << word(ids(row)) << ' ' << ranks(row) << ' ' << scores(row)
        << " newsindex\n";
}

}  // namespace newsindex
