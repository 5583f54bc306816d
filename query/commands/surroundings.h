// SPDX-License-Identifier: GPL-3.0-or-later
// What a command of newsquery has around it besides its command line.
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
  std::function<Style(Color)> style;  // how text shall look where `out` goes
  bool is_terminal = false;           // `out` is one
  // Does it once the answer has left this process, or never.
  std::function<void(std::function<void()>)> once_delivered{};
};

}  // namespace newsindex
