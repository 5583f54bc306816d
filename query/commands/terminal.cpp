// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/terminal.h"

#include <algorithm>

#include <sys/ioctl.h>
#include <unistd.h>

namespace newsindex {
namespace {

constexpr int kLeastWidth = 20;

bool can_show_color(const Environment& environment) {
  const auto refused = environment("NO_COLOR");
  if (refused && !refused->empty()) return false;
  return environment("TERM").value_or("dumb") != "dumb";
}

}  // namespace

Style text_style(Color color, const Environment& environment, int descriptor) {
  Style style;
  const bool terminal = isatty(descriptor) == 1;
  style.color = color == Color::always ||
                (color == Color::automatic && terminal && can_show_color(environment));
  style.links = style.color && terminal;
  winsize size{};
  if (terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    style.width = std::max<int>(size.ws_col, kLeastWidth);
  return style;
}

}  // namespace newsindex
