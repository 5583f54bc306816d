// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that tell of newsquery itself and open no archive: man, completions, config.
#pragma once

#include <iosfwd>

#include "query/render/render.h"
#include "schema/command_line/command_line.h"
#include "schema/environment.h"

namespace newsindex {

// True where `line` is one of them, which is done then.
bool run_about(const CommandLine& line, const Environment& environment, std::ostream& out,
               const Style& style);

// Every setting with its value and where it comes from.
Answer settings_answer(const CommandLine& line, const Environment& environment);

}  // namespace newsindex
