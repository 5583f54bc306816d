// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>
#include <string>

#include "query/render/cell_text.h"
#include "query/render/layouts.h"
#include "schema/text/display_width.h"

namespace newsindex {
namespace {

// Prints the columns of an answer that are not empty, aligned over all groups.
class TablePrinter {
 public:
  TablePrinter(std::ostream& out, const Table& table, const Style& style)
      : out_(out), table_(table), style_(style) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (is_shown_to_people(table.columns[i])) measure(i);
  }

  // Cuts headings that make lines too long, the widest first, but never narrower than the cells.
  void fit(std::size_t indent) {
    if (style_.width == 0) return;
    std::size_t all = indent;
    for (const Measured& each : shown_) all += each.width + kBetween;
    const auto most = static_cast<std::size_t>(style_.width) + kBetween;
    for (; all > most; --all) {
      Measured* widest = nullptr;
      for (Measured& each : shown_)
        if (each.width > std::max(each.cells, kLeastHeading) &&
            (widest == nullptr || each.width > widest->width))
          widest = &each;
      if (widest == nullptr) return;
      --widest->width;
    }
  }

  void print_headings(std::size_t indent) {
    const bool has_any = std::any_of(shown_.begin(), shown_.end(), [&](const Measured& each) {
      return !table_.columns[each.at].heading.empty();
    });
    if (!has_any) return;
    print(indent, [&](const Measured& each) {
      return Spans{{cut(table_.columns[each.at].heading, each.width), kDim}};
    });
  }

  void print_row(std::size_t indent, const Row& row) {
    print(indent,
          [&](const Measured& each) { return spans_of(row[each.at], table_.columns[each.at]); });
  }

 private:
  struct Measured {
    std::size_t at;
    std::size_t width = 0;
    std::size_t cells = 0;  // width of the widest cell
    bool is_right = false;  // align right, as for numbers
  };

  void measure(std::size_t at) {
    Measured measured{at, columns_of(table_.columns[at].heading)};
    bool has_any = false;
    const auto look_at = [&](const Row& row) {
      if (is_empty(row[at])) return;
      has_any = true;
      measured.is_right = measured.is_right || is_number(row[at]);
      measured.cells = std::max(measured.cells, columns_of(spans_of(row[at], table_.columns[at])));
    };
    for (const Group& group : table_.groups) {
      for (const Row& row : group.rows) look_at(row);
      for (const Row& row : group.rest) look_at(row);
    }
    measured.width = std::max(measured.width, measured.cells);
    if (has_any) shown_.push_back(measured);
  }

  template <class Cells>
  void print(std::size_t indent, Cells cells) {
    std::size_t used = indent;
    out_ << std::string(indent, ' ');
    std::size_t waiting = 0;  // spaces to print before the next cell that is not empty
    for (const Measured& each : shown_) {
      const Spans spans = cells(each);
      const std::size_t width = columns_of(spans);
      const std::size_t fill = each.width - width;
      if (&each == &shown_.back()) {
        const std::size_t before = width == 0 ? 0 : waiting + (each.is_right ? fill : 0);
        out_ << std::string(before, ' ');
        return print_line(out_, spans, used + before, indent_of_rest(used + before), style_);
      }
      if (width > 0) {
        const std::size_t before = waiting + (each.is_right ? fill : 0);
        out_ << std::string(before, ' ');
        print_spans(out_, spans, style_);
        used += before + width;
        waiting = kBetween + (each.is_right ? 0 : fill);
      } else {
        waiting += each.width + kBetween;
      }
    }
    out_ << '\n';
  }

  // Where a last cell that is too long continues: below its start, if there is room.
  std::size_t indent_of_rest(std::size_t used) const {
    constexpr std::size_t kRoom = 20;
    return used + kRoom <= static_cast<std::size_t>(style_.width) ? used : kBetween;
  }

  static constexpr std::size_t kBetween = 2;
  static constexpr std::size_t kLeastHeading = 4;

  std::ostream& out_;
  const Table& table_;
  const Style& style_;
  std::vector<Measured> shown_;
};

// Prints the name of a group in bold, then its other members.
void print_group_title(std::ostream& out, const Table& table, const Group& group,
                       const Style& style) {
  Spans spans;
  for (std::size_t i = 0; i < table.group_columns.size(); ++i) {
    if (!is_shown_to_people(table.group_columns[i])) continue;
    const bool is_first = spans.empty();
    spans.push_back({(is_first ? "" : " ") + cell_text(group.members[i], table.group_columns[i]),
                     is_first ? kBold : std::string_view()});
  }
  out << '\n';
  print_line(out, spans, 0, 0, style);
}

}  // namespace

void print_table(std::ostream& out, const Answer& answer, const Style& style) {
  constexpr std::size_t kBelowTitle = 2;
  const Table& table = answer.table;
  TablePrinter printer(out, table, style);
  const bool has_titles = !table.group_columns.empty();
  printer.fit(has_titles ? kBelowTitle : 0);
  if (!has_titles) printer.print_headings(0);
  for (const Group& group : table.groups) {
    if (has_titles) print_group_title(out, table, group, style);
    for (const Row& row : group.rows) printer.print_row(has_titles ? kBelowTitle : 0, row);
    for (const Row& row : group.rest) printer.print_row(has_titles ? kBelowTitle : 0, row);
  }
}

}  // namespace newsindex
