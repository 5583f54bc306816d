// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "query/render/formats.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

struct ToJson {
  Nested operator()(std::monostate) const { return nullptr; }
  Nested operator()(const Snippet& snippet) const {
    Nested matches = Nested::array();
    for (const auto& [start, end] : snippet.matches) matches.push_back({start, end});
    return {{"text", snippet.text},
            {"matches", std::move(matches)},
            {"cut_before", snippet.cut_before},
            {"cut_after", snippet.cut_after}};
  }
  Nested operator()(const Texts& texts) const { return Nested(texts); }
  template <class Value>
  Nested operator()(const Value& value) const {
    return value;
  }
};

// Adds the cells that have a value and are shown in `view`.
void put_row(Nested& json, const std::vector<Column>& columns, const Row& row, View view) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if ((columns[i].views & view) != 0 && !std::holds_alternative<std::monostate>(row[i]))
      json[std::string(columns[i].name)] = std::visit(ToJson(), row[i]);
}

Nested rows_json(const std::vector<Column>& columns, const Group& group) {
  Nested rows = Nested::array();
  for (const Row& row : group.rows)
    put_row(rows.emplace_back(Nested::object()), columns, row, kJson);
  return rows;
}

void put_table(Nested& json, const Table& table) {
  const std::string rows_name(table.rows_name);
  if (table.groups_name.empty()) {
    for (const Group& group : table.groups) json[rows_name] = rows_json(table.columns, group);
    return;
  }
  Nested& groups = json[std::string(table.groups_name)] = Nested::array();
  for (const Group& group : table.groups) {
    Nested& each = groups.emplace_back(Nested::object());
    put_row(each, table.group_columns, group.members, kJson);
    each[rows_name] = rows_json(table.columns, group);
  }
}

Nested archive_json(const ArchiveState& state) {
  return {
      {"uuid", state.uuid}, {"revision", state.revision}, {"schema_version", state.schema_version}};
}

// Marks an answer that lacks a damaged segment, or that ran out of time.
void put_left_out(Nested& json, const Answer& answer) {
  if (!answer.archive) return;
  const ArchiveState& archive = *answer.archive;
  if (archive.left_out.empty() && !archive.out_of_time) return;
  json["incomplete"] = true;
  if (archive.out_of_time) json["out_of_time"] = true;
  if (!archive.left_out.empty()) json["left_out"] = archive.left_out;
}

}  // namespace

void render_json(std::ostream& out, const Answer& answer, const Style&) {
  Nested json{{"version", kAnswerVersion}};
  if (answer.archive) json["archive"] = archive_json(*answer.archive);
  put_left_out(json, answer);
  for (const Member& member : answer.members)
    json[std::string(member.name)] = std::visit(ToJson(), member.value);
  put_table(json, answer.table);
  out << json_line(json) << '\n';
}

void render_jsonl(std::ostream& out, const Answer& answer, const Style& style) {
  if (answer.table.columns.empty()) return render_json(out, answer, style);
  const Table flat = flattened(answer.table, kLines);
  for (const Row& row : flat.groups.front().rows) {
    Nested json = Nested::object();
    put_row(json, flat.columns, row, kLines);
    if (answer.archive && answer.lines_name_the_archive)
      json["archive"] = archive_json(*answer.archive);
    put_left_out(json, answer);
    out << json_line(json) << '\n';
  }
}

}  // namespace newsindex
