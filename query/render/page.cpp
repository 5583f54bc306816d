// SPDX-License-Identifier: GPL-3.0-or-later
// An answer as one web page that needs nothing else: no script, no picture, no font. Items become
// articles with headings, bars a chart with a table below it, all else tables.
#include <algorithm>
#include <ostream>
#include <string>

#include "query/answer/numbers.h"
#include "query/render/cell_text.h"
#include "query/render/formats.h"
#include "query/render/layouts.h"
#include "query/render/markup.h"
#include "query/render/page_style.h"

namespace newsindex {
namespace {

std::string cell_markup(const Cell& cell, const Column& column) {
  if (const auto* snippet = std::get_if<Snippet>(&cell)) return marked_up(*snippet);
  return escaped_markup(cell_text(cell, column));
}

bool is_number(const Cell& cell) {
  return std::holds_alternative<std::uint64_t>(cell) || std::holds_alternative<double>(cell);
}

std::uint64_t whole_number(const Cell& cell) {
  const auto* number = std::get_if<std::uint64_t>(&cell);
  return number == nullptr ? 0 : *number;
}

// ---- items

class ArticleMarkup {
 public:
  ArticleMarkup(std::ostream& out, const std::vector<Column>& columns)
      : out_(out), columns_(columns) {}

  void print(const Row& row) {
    const std::string link = harmless_link(first_text(row, Place::link));
    out_ << "<article>\n";
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (is_shown_to_people(columns_[i]) && !is_empty(row[i])) print(row[i], columns_[i], link);
    out_ << "</article>\n";
  }

 private:
  std::string first_text(const Row& row, Place place) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (is_shown_to_people(columns_[i]) && columns_[i].place == place)
        return cell_text(row[i], columns_[i]);
    return {};
  }

  void print(const Cell& cell, const Column& column, const std::string& link) {
    const std::string markup = cell_markup(cell, column);
    switch (column.place) {
      case Place::lead:
      case Place::link: break;
      case Place::title: out_ << "<h2>" << linked(markup, link) << "</h2>\n"; break;
      case Place::quiet: out_ << "<p class=\"quiet\">" << markup << "</p>\n"; break;
      case Place::fact:
        out_ << "<p class=\"quiet\">" << column.heading << ": " << markup << "</p>\n";
        break;
      case Place::paragraph: print_paragraphs(markup); break;
      default: out_ << "<p>" << markup << "</p>\n";
    }
  }

  static std::string linked(const std::string& markup, const std::string& link) {
    return link.empty() ? markup : "<a href=\"" + escaped_markup(link) + "\">" + markup + "</a>";
  }

  void print_paragraphs(const std::string& markup) {
    for (std::size_t at = 0; at < markup.size();) {
      const std::size_t end = std::min(markup.find("\n\n", at), markup.size());
      out_ << "<p>" << markup.substr(at, end - at) << "</p>\n";
      at = end + 2;
    }
  }

  std::ostream& out_;
  const std::vector<Column>& columns_;
};

// ---- bars

// A column of the chart for each row, with the labels of the first, the middle and the last.
void print_chart(std::ostream& out, const std::vector<Row>& rows) {
  constexpr int kWidth = 800;
  constexpr int kHeight = 200;
  constexpr int kLabels = 20;  // below the bars
  std::uint64_t most = 1;
  for (const Row& row : rows) most = std::max(most, whole_number(row[1]));
  const double step = static_cast<double>(kWidth) / static_cast<double>(rows.size());
  out << "<svg viewBox=\"0 0 " << kWidth << ' ' << kHeight + kLabels
      << "\" role=\"img\" aria-label=\"Number of articles by time; the table below has the "
         "numbers\">\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double share = static_cast<double>(whole_number(rows[i][1])) / static_cast<double>(most);
    const double height = share * kHeight;
    out << "<rect x=\"" << fixed(static_cast<double>(i) * step, 2) << "\" y=\""
        << fixed(kHeight - height, 2) << "\" width=\"" << fixed(step * 0.85, 2) << "\" height=\""
        << fixed(height, 2) << "\"/>\n";
  }
  const auto label = [&](std::size_t i, int x, const char* anchor) {
    out << "<text x=\"" << x << "\" y=\"" << kHeight + kLabels - 5 << "\" text-anchor=\"" << anchor
        << "\">" << escaped_markup(cell_text(rows[i][0], {})) << "</text>\n";
  };
  label(0, 0, "start");
  if (rows.size() > 2) label(rows.size() / 2, kWidth / 2, "middle");
  if (rows.size() > 1) label(rows.size() - 1, kWidth, "end");
  out << "</svg>\n";
}

// ---- tables

class TableMarkup {
 public:
  TableMarkup(std::ostream& out, const Table& table, const Group& group)
      : out_(out), columns_(table.columns), rows_(group.rows) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto has_value = [i](const Row& row) { return !is_empty(row[i]); };
      if (is_shown_to_people(columns_[i]) && std::any_of(rows_.begin(), rows_.end(), has_value))
        shown_.push_back(i);
    }
    for (const Row& row : rows_)
      for (const std::size_t i : shown_) most_ = std::max(most_, whole_number(row[i]));
  }

  void print() {
    out_ << "<div class=\"wide\"><table>\n<thead><tr>";
    for (const std::size_t i : shown_)
      out_ << "<th scope=\"col\"" << of_number(rows_.front()[i]) << '>'
           << escaped_markup(columns_[i].heading.empty() ? columns_[i].name : columns_[i].heading)
           << "</th>";
    if (has_scale()) out_ << "<th aria-hidden=\"true\"></th>";
    out_ << "</tr></thead>\n<tbody>\n";
    for (const Row& row : rows_) print(row);
    out_ << "</tbody></table></div>\n";
  }

 private:
  static const char* of_number(const Cell& cell) {
    return is_number(cell) ? " class=\"number\"" : "";
  }

  // A bar to scale, where there is one number in a row.
  bool has_scale() const {
    return most_ > 0 && std::count_if(shown_.begin(), shown_.end(), [this](std::size_t i) {
                          return is_number(rows_.front()[i]);
                        }) == 1;
  }

  void print(const Row& row) {
    out_ << "<tr>";
    std::uint64_t number = 0;
    for (const std::size_t i : shown_) {
      number = std::max(number, whole_number(row[i]));
      out_ << "<td" << of_number(row[i]) << '>' << cell_markup(row[i], columns_[i]) << "</td>";
    }
    if (has_scale())
      out_ << "<td class=\"scale\" aria-hidden=\"true\"><div class=\"bar\" style=\"width:"
           << fixed(100.0 * static_cast<double>(number) / static_cast<double>(most_), 1)
           << "%\"></div></td>";
    out_ << "</tr>\n";
  }

  std::ostream& out_;
  const std::vector<Column>& columns_;
  const std::vector<Row>& rows_;
  std::vector<std::size_t> shown_;
  std::uint64_t most_ = 0;
};

void print_group(std::ostream& out, const Answer& answer, const Group& group) {
  std::string heading;
  for (std::size_t i = 0; i < answer.table.group_columns.size(); ++i) {
    const Column& column = answer.table.group_columns[i];
    if (is_shown_to_people(column) && !is_empty(group.members[i]))
      heading += (heading.empty() ? "" : " ") + cell_markup(group.members[i], column);
  }
  if (!heading.empty()) out << "<h2>" << heading << "</h2>\n";
  if (group.rows.empty()) return;
  if (answer.layout == Layout::items) {
    ArticleMarkup articles(out, answer.table.columns);
    for (const Row& row : group.rows) articles.print(row);
    return;
  }
  if (answer.layout == Layout::bars) print_chart(out, group.rows);
  TableMarkup(out, answer.table, group).print();
}

std::string title_of(const Answer& answer) {
  for (const Member& member : answer.members)
    if (member.name == "query")
      if (const auto* text = std::get_if<std::string>(&member.value); text && !text->empty())
        return escaped_markup(*text);
  return "News";
}

void print_left_out(std::ostream& out, const ArchiveState& archive) {
  for (const std::string& segment : archive.left_out)
    out << "<p role=\"alert\">Nothing of the damaged segment " << escaped_markup(segment)
        << " is in this answer.</p>\n";
}

std::string foot_of(const Answer& answer) {
  if (!answer.archive) return {};
  return "<footer class=\"quiet\"><p>newsquery, revision " +
         std::to_string(answer.archive->revision) + "</p></footer>\n";
}

void print_lines(std::ostream& out, const Texts& lines) {
  for (const std::string& line : lines) out << "<p>" << escaped_markup(line) << "</p>\n";
}

}  // namespace

void render_html(std::ostream& out, const Answer& answer, const Style& style) {
  if (style.begins)
    out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        << title_of(answer) << "</title>\n<style>" << kPageStyle << "</style>\n</head>\n<body>\n"
        << "<header><h1>" << title_of(answer) << "</h1></header>\n<main>\n";
  print_lines(out, answer.above);
  for (const Group& group : answer.table.groups) print_group(out, answer, group);
  print_lines(out, answer.below);
  if (answer.archive) print_left_out(out, *answer.archive);
  if (style.ends) out << "</main>\n" << foot_of(answer) << "</body>\n</html>\n";
}

}  // namespace newsindex
