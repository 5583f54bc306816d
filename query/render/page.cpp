// SPDX-License-Identifier: GPL-3.0-or-later
// Prints an answer as one self-contained web page: no scripts, no pictures, no fonts. Items become
// articles with headings, bars become a chart with a table below it, all else becomes tables.
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

// 0 if the cell is not a number.
double amount(const Cell& cell) {
  if (const auto* whole = std::get_if<std::uint64_t>(&cell)) return static_cast<double>(*whole);
  const auto* number = std::get_if<double>(&cell);
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

// Bars of all series side by side for each row, to one scale, with the labels of the first, the
// middle and the last row.
class Chart {
 public:
  Chart(std::ostream& out, const Table& table, const std::vector<Row>& rows)
      : out_(out), table_(table), rows_(rows) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i].place == Place::bar && is_shown_to_people(table.columns[i]))
        series_.push_back(i);
    for (const Row& row : rows)
      for (const std::size_t i : series_) most_ = std::max(most_, amount(row[i]));
    step_ = static_cast<double>(kWidth) / static_cast<double>(rows.size());
  }

  void print() {
    if (series_.empty() || most_ == 0) return;
    out_ << "<svg viewBox=\"0 0 " << kWidth << ' ' << kHeight + kLabels
         << "\" role=\"img\" aria-label=\"Bars by time; the table below has the numbers\">\n";
    for (std::size_t row = 0; row < rows_.size(); ++row)
      for (std::size_t i = 0; i < series_.size(); ++i) print_bar(row, i);
    print_label(0, 0, "start");
    if (rows_.size() > 2) print_label(rows_.size() / 2, kWidth / 2, "middle");
    if (rows_.size() > 1) print_label(rows_.size() - 1, kWidth, "end");
    out_ << "</svg>\n";
    if (series_.size() > 1) print_legend();
  }

 private:
  static constexpr int kWidth = 800;
  static constexpr int kHeight = 200;
  static constexpr int kLabels = 20;  // below the bars
  static constexpr double kFilled = 0.85;
  static constexpr std::size_t kColours = 6;

  static std::string colour(std::size_t series) { return "s" + std::to_string(series % kColours); }

  void print_bar(std::size_t row, std::size_t series) {
    const double width = step_ * kFilled / static_cast<double>(series_.size());
    const double left = static_cast<double>(row) * step_ + static_cast<double>(series) * width;
    const double height = amount(rows_[row][series_[series]]) / most_ * kHeight;
    out_ << "<rect class=\"" << colour(series) << "\" x=\"" << fixed(left, 2) << "\" y=\""
         << fixed(kHeight - height, 2) << "\" width=\"" << fixed(width, 2) << "\" height=\""
         << fixed(height, 2) << "\"/>\n";
  }

  void print_label(std::size_t row, int x, const char* anchor) {
    out_ << "<text x=\"" << x << "\" y=\"" << kHeight + kLabels - 5 << "\" text-anchor=\"" << anchor
         << "\">" << escaped_markup(cell_text(rows_[row][0], table_.columns[0])) << "</text>\n";
  }

  void print_legend() {
    out_ << "<p class=\"quiet\">";
    for (std::size_t i = 0; i < series_.size(); ++i) {
      const Column& column = table_.columns[series_[i]];
      out_ << "<span class=\"key " << colour(i) << "\"></span> "
           << escaped_markup(column.heading.empty() ? column.name : column.heading) << ' ';
    }
    out_ << "</p>\n";
  }

  std::ostream& out_;
  const Table& table_;
  const std::vector<Row>& rows_;
  std::vector<std::size_t> series_;  // column of each series
  double most_ = 0;
  double step_ = 0;
};

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
      for (const std::size_t i : shown_) most_ = std::max(most_, amount(row[i]));
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

  // True if rows have exactly one number: it gets a bar to scale.
  bool has_scale() const {
    return most_ > 0 && std::count_if(shown_.begin(), shown_.end(), [this](std::size_t i) {
                          return is_number(rows_.front()[i]);
                        }) == 1;
  }

  void print(const Row& row) {
    out_ << "<tr>";
    double number = 0;
    for (const std::size_t i : shown_) {
      number = std::max(number, amount(row[i]));
      out_ << "<td" << of_number(row[i]) << '>' << cell_markup(row[i], columns_[i]) << "</td>";
    }
    if (has_scale())
      out_ << "<td class=\"scale\" aria-hidden=\"true\"><div class=\"bar\" style=\"width:"
           << fixed(100.0 * number / most_, 1) << "%\"></div></td>";
    out_ << "</tr>\n";
  }

  std::ostream& out_;
  const std::vector<Column>& columns_;
  const std::vector<Row>& rows_;
  std::vector<std::size_t> shown_;
  double most_ = 0;
};

void print_heading(std::ostream& out, const Answer& answer, const Group& group) {
  std::string heading;
  for (std::size_t i = 0; i < answer.table.group_columns.size(); ++i) {
    const Column& column = answer.table.group_columns[i];
    if (is_shown_to_people(column) && !is_empty(group.members[i]))
      heading += (heading.empty() ? "" : " ") + cell_markup(group.members[i], column);
  }
  if (!heading.empty()) out << "<h2>" << heading << "</h2>\n";
}

void print_rows(std::ostream& out, const Answer& answer, const Group& group) {
  if (group.rows.empty()) return;
  if (answer.layout == Layout::items) {
    ArticleMarkup articles(out, answer.table.columns);
    for (const Row& row : group.rows) articles.print(row);
    return;
  }
  if (answer.layout == Layout::bars) Chart(out, answer.table, group.rows).print();
  TableMarkup(out, answer.table, group).print();
}

std::string title_of(const Answer& answer) {
  if (!answer.title.empty()) return escaped_markup(answer.title);
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
  if (archive.out_of_time)
    out << "<p role=\"alert\">The time was up: this answer has only what was found until "
           "then.</p>\n";
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
  // One list of articles has its sentences below its heading.
  const auto& groups = answer.table.groups;
  const bool is_list = answer.layout == Layout::items && groups.size() == 1;
  if (!is_list) print_lines(out, answer.above);
  for (const Group& group : groups) {
    if (!style.continues) print_heading(out, answer, group);
    if (is_list) print_lines(out, answer.above);
    print_rows(out, answer, group);
  }
  print_lines(out, answer.below);
  if (answer.archive) print_left_out(out, *answer.archive);
  if (style.ends) out << "</main>\n" << foot_of(answer) << "</body>\n</html>\n";
}

}  // namespace newsindex
