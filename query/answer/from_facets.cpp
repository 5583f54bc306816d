// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer/cells.h"
#include "query/answer/from_search.h"

namespace newsindex {
namespace {

constexpr std::string_view kOthers = "(other)";
constexpr std::string_view kNone = "(none)";

Cell name_cell(std::string_view name) { return std::string(name); }

std::uint64_t not_listed(const Facet& facet) { return facet.different - facet.values.size(); }

std::string facet_text(const Facet& facet, bool of_stories) {
  std::string text = "(" + grouped(facet.different) + " different";
  if (not_listed(facet) > 0) text += ", " + grouped(not_listed(facet)) + " not shown";
  if (facet.without > 0) text += ", " + counted(facet.without, of_stories) + " without";
  return text + (facet.exact ? ")" : ", counts are estimates)");
}

Group facet_group(const Facet& facet, bool of_stories) {
  Group group;
  group.members = {facet.field,
                   facet.exact,
                   facet.different,
                   not_listed(facet),
                   facet.without,
                   facet.others ? Cell(*facet.others) : Cell(),
                   facet_text(facet, of_stories)};
  for (const FacetValue& value : facet.values)
    group.rows.push_back({value.articles, value.name, unless_empty(value.id)});
  if (facet.others.value_or(0) > 0)
    group.rest.push_back({*facet.others, name_cell(kOthers), Cell()});
  return group;
}

// ---- tables of two fields

// A row or a column of the table: one value, all other values, or no value.
struct Part {
  std::string_view kind;
  std::string name;
  std::string id;
};

std::vector<Part> parts_of(const Facet& facet) {
  std::vector<Part> parts;
  for (const FacetValue& value : facet.values) parts.push_back({"value", value.name, value.id});
  parts.push_back({"other", std::string(kOthers), ""});
  parts.push_back({"none", std::string(kNone), ""});
  return parts;
}

// The parts to show: all values, and the other parts if they have articles.
std::vector<std::size_t> shown_parts(const std::vector<Part>& parts,
                                     const std::vector<std::uint64_t>& totals) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].kind == "value" || totals[i] > 0) shown.push_back(i);
  return shown;
}

Nested parts_json(const std::vector<Part>& parts, const std::vector<std::uint64_t>& totals,
                  const std::vector<std::size_t>& shown) {
  Nested list = Nested::array();
  for (const std::size_t i : shown) {
    Nested& each = list.emplace_back(Nested{{"part", parts[i].kind}, {"name", parts[i].name}});
    if (!parts[i].id.empty()) each["id"] = parts[i].id;
    each["articles"] = totals[i];
  }
  return list;
}

// How many values are not shown.
std::string left_out_text(const Facet& facet) {
  if (not_listed(facet) == 0) return {};
  return facet.field + ": " + grouped(facet.different) + " different, " +
         grouped(not_listed(facet)) + " not shown";
}

void add_cross_lines(Answer& answer, const CrossAnswer& found) {
  answer.above.push_back(counted(found.total, found.of_stories) + ": " + found.rows.field +
                         " (rows) by " + found.columns.field + " (columns)");
  for (const Facet* facet : {&found.rows, &found.columns})
    if (std::string line = left_out_text(*facet); !line.empty())
      answer.below.push_back(std::move(line));
}

class CrossTable {
 public:
  explicit CrossTable(const CrossAnswer& found)
      : found_(found),
        rows_(parts_of(found.rows)),
        columns_(parts_of(found.columns)),
        shown_rows_(shown_parts(rows_, found.row_totals)),
        shown_columns_(shown_parts(columns_, found.column_totals)) {}

  void put_members(Answer& answer) const {
    answer.members.push_back({"rows_field", found_.rows.field});
    answer.members.push_back({"columns_field", found_.columns.field});
    answer.members.push_back({"rows_different", found_.rows.different});
    answer.members.push_back({"columns_different", found_.columns.different});
    answer.members.push_back(
        {"columns", parts_json(columns_, found_.column_totals, shown_columns_)});
  }

  Table table() const {
    Table table;
    table.rows_name = "rows";
    table.columns = {
        {"part", kData},   {"name", kData},
        {"id", kData},     {"articles", kData},
        {"counts", kData}, {found_.rows.field, kTable | kText, Place::cell, found_.rows.field}};
    for (const std::size_t i : shown_columns_) add_column(table, columns_[i].name);
    add_column(table, "total");
    Group& group = table.groups.emplace_back();
    for (const std::size_t i : shown_rows_)
      group.rows.push_back(row(rows_[i], found_.counts[i], found_.row_totals[i]));
    const Part total{"total", "total", ""};
    group.rest.push_back(row(total, found_.column_totals, found_.total));
    return table;
  }

 private:
  static void add_column(Table& table, const std::string& name) {
    table.columns.push_back({name, kTable | kText, Place::cell, name});
  }

  Row row(const Part& part, const std::vector<std::uint64_t>& counts, std::uint64_t total) const {
    Nested shown = Nested::array();
    for (const std::size_t i : shown_columns_) shown.push_back(counts[i]);
    Row cells{name_cell(part.kind), part.name, unless_empty(part.id), total,
              std::move(shown),     part.name};
    for (const std::size_t i : shown_columns_) cells.emplace_back(counts[i]);
    cells.emplace_back(total);
    return cells;
  }

  const CrossAnswer& found_;
  std::vector<Part> rows_;
  std::vector<Part> columns_;
  std::vector<std::size_t> shown_rows_;
  std::vector<std::size_t> shown_columns_;
};

}  // namespace

Answer to_answer(const FacetAnswer& found) {
  Answer answer = answer_with_header(found);
  if (found.of_stories) answer.members.push_back({"counted", std::string("stories")});
  answer.above.push_back(counted(found.total, found.of_stories));
  answer.table.groups_name = "facets";
  answer.table.rows_name = "values";
  answer.table.group_columns = {
      {"field"},          {"exact", kData}, {"different", kJson}, {"not_listed", kJson},
      {"without", kJson}, {"other", kJson}, {"", kText}};
  answer.table.columns = {{"articles"}, {"name"}, {"id", kAnywhere, Place::quiet}};
  for (const Facet& facet : found.facets)
    answer.table.groups.push_back(facet_group(facet, found.of_stories));
  return answer;
}

Answer to_answer(const CrossAnswer& found) {
  Answer answer = answer_with_header(found);
  if (found.of_stories) answer.members.push_back({"counted", std::string("stories")});
  const CrossTable cross(found);
  cross.put_members(answer);
  answer.table = cross.table();
  add_cross_lines(answer, found);
  return answer;
}

Answer to_answer(const Facet& found) {
  Answer answer;
  answer.table.rows_name = "values";
  answer.table.columns = {{"name"}};
  Group& all = answer.table.groups.emplace_back();
  for (const FacetValue& value : found.values) all.rows.push_back({value.name});
  return answer;
}

}  // namespace newsindex
