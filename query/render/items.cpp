// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>
#include <string>

#include "query/render/cell_text.h"
#include "query/render/harmless.h"
#include "query/render/layouts.h"

namespace newsindex {
namespace {

constexpr std::size_t kIndent = 3;  // for lines below a numbered title

// Prints the rows of an answer one below the other.
class ItemPrinter {
 public:
  ItemPrinter(std::ostream& out, const std::vector<Column>& columns, const Style& style)
      : out_(out), columns_(columns), style_(style) {}

  void print(const Row& row) {
    const std::string lead = first_text(row, Place::lead);
    const std::string link = first_text(row, Place::link);
    indent_ = lead.empty() ? 0 : kIndent;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      if (!is_shown_to_people(column) || is_empty(row[i])) continue;
      Spans spans = spans_of(row[i], column);
      switch (column.place) {
        case Place::lead:
        case Place::link: break;
        case Place::title:
          for (Span& span : spans) span.link = link;
          print_title(lead, spans);
          break;
        case Place::fact:
          spans.insert(spans.begin(), Span{std::string(column.heading) + ": "});
          print_below(spans);
          break;
        case Place::paragraph: print_paragraph(cell_text(row[i], column)); break;
        default: print_below(spans);
      }
    }
  }

 private:
  std::string first_text(const Row& row, Place place) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (is_shown_to_people(columns_[i]) && columns_[i].place == place)
        return cell_text(row[i], columns_[i]);
    return {};
  }

  void print_title(const std::string& lead, const Spans& spans) {
    const std::string number = lead.empty() ? lead : lead + ". ";
    out_ << number;
    print_line(out_, spans, number.size(), indent_, style_);
  }

  void print_below(const Spans& spans) {
    out_ << std::string(indent_, ' ');
    print_line(out_, spans, indent_, indent_, style_);
  }

  void print_paragraph(const std::string& text) {
    out_ << '\n';
    const std::string harmless = in_paragraphs(text);
    for (std::size_t at = 0; at <= harmless.size();) {
      const std::size_t end = std::min(harmless.find('\n', at), harmless.size());
      print_below({{harmless.substr(at, end - at)}});
      at = end + 1;
    }
  }

  std::ostream& out_;
  const std::vector<Column>& columns_;
  const Style& style_;
  std::size_t indent_ = 0;
};

}  // namespace

void print_items(std::ostream& out, const Answer& answer, const Style& style) {
  ItemPrinter printer(out, answer.table.columns, style);
  bool is_first = answer.above.empty();
  for (const Group& group : answer.table.groups) {
    for (const Row& row : group.rows) {
      if (!is_first) out << '\n';
      is_first = false;
      printer.print(row);
    }
  }
}

}  // namespace newsindex
