// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>
#include <string>

#include "query/answer/numbers.h"
#include "query/render/layouts.h"

namespace newsindex {
namespace {

constexpr int kWidthWithoutTerminal = 80;

// A bar of eighths of a block.
std::string bar(std::uint64_t part, std::uint64_t most, std::uint64_t columns) {
  static constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (most == 0) return {};
  auto eighths = columns * 8 * part / most;
  if (part > 0 && eighths == 0) eighths = 1;
  std::string text;
  for (std::uint64_t i = 0; i < eighths / 8; ++i) text += "█";
  return text.append(kEighths[eighths % 8]);
}

}  // namespace

// The first column is the label of a bar, the second its length.
void print_bars(std::ostream& out, const Answer& answer, const Style& style) {
  constexpr int kLeastColumns = 10;
  std::uint64_t most = 0;
  for (const Group& group : answer.table.groups)
    for (const Row& row : group.rows) most = std::max(most, std::get<std::uint64_t>(row[1]));
  const std::size_t digits = grouped(most).size();
  const int width = style.width > 0 ? style.width : kWidthWithoutTerminal;
  const int columns = std::max(kLeastColumns, width - 14 - static_cast<int>(digits));
  for (const Group& group : answer.table.groups) {
    for (const Row& row : group.rows) {
      const auto part = std::get<std::uint64_t>(row[1]);
      const std::string number = grouped(part);
      print_spans(out,
                  {{std::get<std::string>(row[0]) + "  " +
                    std::string(digits - number.size(), ' ') + number + "  "},
                   {bar(part, most, static_cast<std::uint64_t>(columns)), kMatched}},
                  style);
      out << '\n';
    }
  }
}

}  // namespace newsindex
