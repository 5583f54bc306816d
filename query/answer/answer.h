// SPDX-License-Identifier: GPL-3.0-or-later
// What a command answers: members, and a table of rows. Every command gives one of these (see
// from_search.h), and every format prints any of them (see query/render/render.h), so that neither
// knows the other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "query/search/results.h"

namespace newsindex {

// The "version" of every JSON answer; grows when a member changes its meaning or goes.
inline constexpr int kAnswerVersion = 2;

using Texts = std::vector<std::string>;
using Nested = nlohmann::ordered_json;  // records in a cell: topics with their confidence, ...

// A value; std::monostate where there is none.
using Cell =
    std::variant<std::monostate, std::string, std::uint64_t, double, bool, Snippet, Texts, Nested>;

// Where a column is shown when no fields were asked for.
enum View : unsigned {
  kJson = 1,   // JSON
  kLines = 2,  // JSON lines
  kTable = 4,  // tab- and comma-separated lines
  kText = 8,   // text for people
  kData = kJson | kLines,
  kAnywhere = kData | kTable | kText,
};

// What a column is in text for people.
enum class Place {
  cell,       // of an aligned table
  lead,       // the number in front of a title
  title,      // in bold
  link,       // where the title leads to; not printed
  quiet,      // a line in dim
  plain,      // a line
  fact,       // a line "heading: value"
  paragraph,  // text of its own, behind an empty line
  bar,        // a number and a bar to scale, where bars are drawn
};

struct Column {
  std::string name;            // in JSON, in headings of tables, in --fields
  unsigned views = kAnywhere;  // View
  Place place = Place::cell;
  std::string heading{};           // for people
  std::string_view between = "|";  // what stands between several texts in one cell of a table
  int digits = 4;                  // behind the point of a number, where it is not JSON
};

using Row = std::vector<Cell>;  // a cell for each column

// Rows that belong together, as the values of one field.
struct Group {
  Row members;  // a cell for each column of Table::group_columns
  std::vector<Row> rows;
  std::vector<Row> rest{};  // sums of what is not listed; in text and tables, not in JSON
};

struct Table {
  std::string_view rows_name{};    // of the list of rows in JSON; "" for an answer without rows
  std::string_view groups_name{};  // of the list of groups in JSON; "" where there is one, unnamed
  std::vector<Column> group_columns;
  std::vector<Column> columns;
  std::vector<Group> groups;
};

// A value of the whole answer.
struct Member {
  std::string_view name;
  Cell value;
  bool is_the_answer = false;  // what tables show of an answer without rows
};

// How rows are laid out for people.
enum class Layout {
  items,  // one below the other, by the places of their columns
  table,  // aligned columns
  bars,   // a label, numbers and bars to scale
};

struct Answer {
  std::optional<ArchiveState> archive;  // that was asked, if any
  std::string title{};                  // of a page or feed; "": the query
  std::vector<Member> members;
  Table table;
  Layout layout = Layout::table;
  Texts above;  // lines for people before the rows
  Texts below;
  bool lines_name_the_archive = true;  // in JSON lines
};

bool is_empty(const Cell& cell);
bool is_number(const Cell& cell);

// The position of the column of this name.
std::optional<std::size_t> column_named(const Table& table, std::string_view name);

// One group of rows, each with the members of its group in front that are shown in all of `views`.
// The rest of groups is among them where only tables are asked for.
Table flattened(const Table& table, unsigned views);

// The answer with these columns only, in this order, in one group and in every format. Throws
// Error(usage) that names the unknown field, the nearest and all there are.
Answer with_fields(const Answer& answer, const Texts& names);

}  // namespace newsindex
