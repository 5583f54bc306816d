// SPDX-License-Identifier: GPL-3.0-or-later
// Tab-separated and comma-separated lines.
#include <algorithm>
#include <ostream>
#include <string>

#include "query/render/cell_text.h"
#include "query/render/formats.h"

namespace newsindex {
namespace {

struct Separated {
  char separator;
  std::string_view line_end;
  std::string (*value)(std::string);
};

std::string tab_value(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string comma_value(std::string text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

constexpr Separated kTabs{'\t', "\n", tab_value};
constexpr Separated kCommas{',', "\r\n", comma_value};

// An answer without rows becomes one row with its members.
Table table_of(const Answer& answer) {
  if (!answer.table.columns.empty()) return flattened(answer.table, kTable);
  Table table;
  Row& row = table.groups.emplace_back().rows.emplace_back();
  for (const Member& member : answer.members) {
    if (!member.is_the_answer) continue;
    table.columns.push_back({std::string(member.name)});
    row.push_back(member.value);
  }
  return table;
}

template <class Text>
void print_line(std::ostream& out, const Table& table, const Separated& form, Text text) {
  bool is_first = true;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if ((table.columns[i].views & kTable) == 0) continue;
    if (!is_first) out << form.separator;
    is_first = false;
    out << form.value(text(i));
  }
  out << form.line_end;
}

void print_table(std::ostream& out, const Answer& answer, const Style& style,
                 const Separated& form) {
  const Table table = table_of(answer);
  if (style.begins)
    print_line(out, table, form, [&](std::size_t i) { return std::string(table.columns[i].name); });
  for (const Row& row : table.groups.front().rows)
    print_line(out, table, form,
               [&](std::size_t i) { return cell_text(row[i], table.columns[i]); });
}

}  // namespace

void render_tsv(std::ostream& out, const Answer& answer, const Style& style) {
  print_table(out, answer, style, kTabs);
}

void render_csv(std::ostream& out, const Answer& answer, const Style& style) {
  print_table(out, answer, style, kCommas);
}

}  // namespace newsindex
