// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of a command: members, and a table of rows. Every command makes one (see
// from_search.h), and every format can print any of them (see query/render/render.h), so commands
// and formats do not depend on each other.
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

// The "version" of every JSON answer; increased when a member changes its meaning or is removed.
inline constexpr int kAnswerVersion = 2;

using Texts = std::vector<std::string>;
using Nested = nlohmann::ordered_json;  // records in a cell: topics with their confidence, ...

// A value; std::monostate if there is none.
using Cell =
    std::variant<std::monostate, std::string, std::uint64_t, double, bool, Snippet, Texts, Nested>;

// The formats that show a column if no fields were chosen.
enum View : unsigned {
  kJson = 1,   // JSON
  kLines = 2,  // JSON lines
  kTable = 4,  // tab- and comma-separated lines
  kText = 8,   // text for people
  kData = kJson | kLines,
  kAnywhere = kData | kTable | kText,
};

// The role of a column in text for people.
enum class Place {
  cell,       // a cell of an aligned table
  lead,       // the number before a title
  title,      // in bold
  link,       // the address that the title links to; not printed
  quiet,      // a dim line
  plain,      // a line
  fact,       // a line "heading: value"
  paragraph,  // a text of its own, after an empty line
  bar,        // a number, with a bar to scale in layouts that draw bars
};

struct Column {
  std::string name;            // in JSON, table headings and --fields
  unsigned views = kAnywhere;  // View
  Place place = Place::cell;
  std::string heading{};           // for people
  std::string_view between = "|";  // separates several texts in one cell of a table
  int digits = 4;                  // decimals of a number, except in JSON
};

using Row = std::vector<Cell>;  // a cell for each column

// Rows that belong together, for example the values of one field.
struct Group {
  Row members;  // a cell for each column of Table::group_columns
  std::vector<Row> rows;
  std::vector<Row> rest{};  // sums of unlisted values; in text and tables, not in JSON
};

struct Table {
  std::string_view rows_name{};  // name of the list of rows in JSON; "" for an answer without rows
  // Name of the list of groups in JSON; "" for a single group without a name.
  std::string_view groups_name{};
  std::vector<Column> group_columns;
  std::vector<Column> columns;
  std::vector<Group> groups;
};

// A value of the whole answer.
struct Member {
  std::string_view name;
  Cell value;
  bool is_the_answer = false;  // shown in tables if the answer has no rows
};

// The layout of rows for people.
enum class Layout {
  items,  // one below the other, each column by its place
  table,  // aligned columns
  bars,   // a label, numbers and bars to scale
};

struct Answer {
  std::optional<ArchiveState> archive;  // the archive that was asked, if any
  std::string title{};                  // of a page or feed; "": the query
  std::vector<Member> members;
  Table table;
  Layout layout = Layout::table;
  Texts above;  // lines for people before the rows
  Texts below;
  bool lines_name_the_archive = true;  // in JSON lines: each line has the archive
};

bool is_empty(const Cell& cell);
bool is_number(const Cell& cell);

// The index of the column with this name.
std::optional<std::size_t> column_named(const Table& table, std::string_view name);

// Puts all rows in one group. The members of their groups that are shown in any of `views` become
// columns at the front. If `views` is kTable, the rows of Group::rest are included.
Table flattened(const Table& table, unsigned views);

// The answer with only these columns, in this order, in one group and in every format. Throws
// Error(usage) that names the unknown field, the nearest known one and all known ones.
Answer with_fields(const Answer& answer, const Texts& names);

}  // namespace newsindex
