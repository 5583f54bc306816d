// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/command_table.h"

#include <algorithm>

namespace newsindex {
namespace {

constexpr std::size_t kNameWidth = 12;

}  // namespace

const CommandRow* find_command(std::string_view name) {
  const auto found = std::find_if(kCommands.begin(), kCommands.end(),
                                  [name](const CommandRow& row) { return row.name == name; });
  return found == kCommands.end() ? nullptr : &*found;
}

const CommandRow& row_of(Command command) {
  return *std::find_if(kCommands.begin(), kCommands.end(),
                       [command](const CommandRow& row) { return row.command == command; });
}

std::string overview() {
  std::string text =
      "newsquery searches a news archive.\n\n"
      "usage: newsquery COMMAND [OPTION...] [QUERY...]\n\n"
      "commands:\n";
  for (const CommandRow& row : kCommands) {
    std::string name(row.name);
    name.resize(kNameWidth, ' ');
    text += "  " + name + std::string(row.summary) + "\n";
  }
  return text +
         "\nnewsquery help query    how to write a query\n"
         "newsquery help fields   what can be searched\n"
         "newsquery help COMMAND  the options of a command\n";
}

}  // namespace newsindex
