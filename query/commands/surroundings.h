// SPDX-License-Identifier: GPL-3.0-or-later
// What a command of newsquery uses besides its command line.
#pragma once

#include <functional>
#include <iosfwd>

#include "query/commands/output_choice.h"
#include "query/render/render.h"
#include "schema/environment.h"
#include "schema/published.h"

namespace newsindex {

struct Surroundings {
  Environment environment;
  Day today{};  // the local day
  std::istream& in;
  std::ostream& out;  // answers
  std::ostream& messages;
  std::function<Style(Color)> style;  // the style of text written to `out`
  bool is_terminal = false;           // `out` is a terminal
  // Calls its argument once the answer has left this process; never if that fails.
  std::function<void(std::function<void()>)> once_delivered{};
};

}  // namespace newsindex
