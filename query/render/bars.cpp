// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>
#include <string>

#include "query/answer/numbers.h"
#include "query/render/layouts.h"
#include "schema/text/display_width.h"

namespace newsindex {
namespace {

constexpr std::size_t kWidthWithoutTerminal = 80;
constexpr std::size_t kBetween = 2;

// A bar drawn in eighths of a block.
std::string bar(double part, double most, std::size_t columns) {
  static constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (most <= 0) return {};
  auto eighths = static_cast<std::size_t>(static_cast<double>(columns * 8) * part / most);
  if (part > 0 && eighths == 0) eighths = 1;
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) text += "█";
  return text.append(kEighths[eighths % 8]);
}

double number_of(const Cell& cell) {
  if (const auto* number = std::get_if<std::uint64_t>(&cell)) return static_cast<double>(*number);
  const auto* number = std::get_if<double>(&cell);
  return number == nullptr ? 0 : *number;
}

// Prints labels and numbers in aligned columns. A column with Place::bar also gets bars, all to one
// scale and as long as the terminal lines allow.
class BarPrinter {
 public:
  BarPrinter(std::ostream& out, const Table& table, const Style& style)
      : out_(out), table_(table), style_(style) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (is_shown_to_people(table.columns[i])) measure(i);
    share_room();
  }

  void print() {
    if (has_headings()) print_headings();
    for (const Group& group : table_.groups)
      for (const Row& row : group.rows) print_row(row);
  }

 private:
  struct Shown {
    std::size_t at;
    bool has_bar;
    std::size_t cells = 0;  // width of the widest cell
    std::size_t width = 0;  // of cells and heading
    std::size_t bar = 0;    // width of the bar
  };

  const Column& column(const Shown& shown) const { return table_.columns[shown.at]; }

  void measure(std::size_t at) {
    Shown shown{at, table_.columns[at].place == Place::bar};
    for (const Group& group : table_.groups)
      for (const Row& row : group.rows) {
        shown.cells = std::max(shown.cells, columns_of(spans_of(row[at], table_.columns[at])));
        if (shown.has_bar) most_ = std::max(most_, number_of(row[at]));
      }
    shown.width = shown.cells;
    if (!shown.has_bar) shown.width = std::max(shown.width, columns_of(table_.columns[at].heading));
    if (shown.width > 0 || shown.has_bar) shown_.push_back(shown);
  }

  // Gives the rest of a line to the bars, and to headings above them.
  void share_room() {
    constexpr std::size_t kLeastLabel = 10;
    constexpr std::size_t kLeastAlone = 10;
    constexpr std::size_t kLeastOfSeveral = 3;
    constexpr std::size_t kLeastHeading = 4;
    const std::size_t all =
        style_.width > 0 ? static_cast<std::size_t>(style_.width) : kWidthWithoutTerminal;
    std::size_t used = 0;
    std::size_t bars = 0;
    for (const Shown& shown : shown_) {
      used += shown.width + kBetween + (shown.has_bar && !is_only_bar() ? kBetween : 0);
      bars += shown.has_bar ? 1 : 0;
    }
    if (bars == 0) return;
    if (!is_only_bar()) used -= kBetween;  // not after the last
    if (is_only_bar()) used += kLeastLabel - std::min(kLeastLabel, shown_.front().width);
    std::size_t room = (all > used ? all - used : 0) / bars;
    if (is_only_bar()) room = std::max(room, kLeastAlone);
    if (room < kLeastOfSeveral) room = 0;
    for (Shown& shown : shown_) {
      if (!shown.has_bar) continue;
      shown.bar = room;
      const std::size_t heading = columns_of(column(shown).heading);
      shown.width = room == 0 ? std::max(shown.width, std::min(heading, kLeastHeading))
                              : shown.width + kBetween + room;
    }
  }

  bool is_only_bar() const {
    return std::count_if(shown_.begin(), shown_.end(),
                         [](const Shown& shown) { return shown.has_bar; }) == 1;
  }

  bool has_headings() const {
    return std::any_of(shown_.begin(), shown_.end(),
                       [&](const Shown& shown) { return !column(shown).heading.empty(); });
  }

  // Headings of numbers are aligned right with them; headings of bars start with the number.
  void print_headings() {
    Spans spans;
    for (const Shown& shown : shown_) {
      const std::string text = cut(column(shown).heading, shown.width);
      const std::size_t fill = shown.width - columns_of(text);
      const std::size_t numbers = shown.bar == 0 ? shown.width : shown.cells;
      const std::size_t before = std::min(fill, numbers - std::min(numbers, columns_of(text)));
      add(spans, std::string(before, ' ') + text + std::string(fill - before, ' '), kDim);
    }
    end_line(spans);
  }

  void print_row(const Row& row) {
    Spans spans;
    for (const Shown& shown : shown_) {
      Spans cell = spans_of(row[shown.at], column(shown));
      const std::size_t fill = shown.cells - columns_of(cell);
      const bool is_number = !std::holds_alternative<std::string>(row[shown.at]);
      const std::size_t before =
          is_number ? (shown.bar > 0 ? fill : shown.width - columns_of(cell)) : 0;
      add(spans, std::string(before, ' '), {});
      spans.insert(spans.end(), cell.begin(), cell.end());
      if (!is_number) spans.push_back({std::string(shown.width - columns_of(cell), ' ')});
      if (shown.bar == 0) continue;
      const std::string drawn = bar(number_of(row[shown.at]), most_, shown.bar);
      spans.push_back({std::string(kBetween, ' ')});
      spans.push_back({drawn, kMatched});
      spans.push_back({std::string(shown.bar - columns_of(drawn), ' ')});
    }
    end_line(spans);
  }

  static void add(Spans& spans, std::string text, std::string_view paint) {
    if (!spans.empty()) spans.push_back({std::string(kBetween, ' ')});
    spans.push_back({std::move(text), paint});
  }

  void end_line(Spans& spans) {
    while (!spans.empty()) {
      std::string& text = spans.back().text;
      text.erase(text.find_last_not_of(' ') + 1);
      if (!text.empty()) break;
      spans.pop_back();
    }
    print_spans(out_, spans, style_);
    out_ << '\n';
  }

  std::ostream& out_;
  const Table& table_;
  const Style& style_;
  double most_ = 0;
  std::vector<Shown> shown_;
};

}  // namespace

void print_bars(std::ostream& out, const Answer& answer, const Style& style) {
  BarPrinter(out, answer.table, style).print();
}

}  // namespace newsindex
