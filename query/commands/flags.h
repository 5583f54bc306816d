// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as it was typed: words and strings without meaning. request.h gives them one.
//
// Every option is one row of a table in flags.cpp, which parsing, help and "did you mean" share.
// Only the options of the chosen command are built: a search shall start in no time.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/commands/request.h"

namespace newsindex {

struct Flags {
  // What to print instead of running a command: --help, --version, help query.
  std::optional<std::string> text;

  Command command = Command::search;
  std::vector<std::string> words;  // of the query, or ids
  // Empty where not given.
  std::string archive;
  std::string match;
  std::vector<std::string> prefer;
  std::string recent;
  std::string sort;
  std::string limit;
  std::string offset;
  std::string format;
  std::string fields;
  std::string by;
  std::string type;
  std::string snippet_length;
  std::string color;
  std::string today;
  std::string queries;
  bool explain = false;
  bool collapse = false;
  bool count_stories = false;
};

// Reads what stands behind the program's name. A word that begins with one '-' is text (flood
// -river), but for -h; one that begins with two is an option, until a "--" says that there are no
// more. Throws Error(usage) for unknown commands and options, with the nearest one, and for missing
// values.
Flags parse_flags(std::span<const std::string> arguments);

}  // namespace newsindex
