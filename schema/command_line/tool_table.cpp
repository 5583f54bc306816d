// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/command_line/tool_table.h"

#include <algorithm>

namespace newsindex {

std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) words.emplace_back(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

const CommandRow* find_command(const ToolTable& tool, std::string_view name) {
  const auto found = std::find_if(tool.commands.begin(), tool.commands.end(),
                                  [name](const CommandRow& row) { return row.name == name; });
  return found == tool.commands.end() ? nullptr : &*found;
}

std::vector<const OptionRow*> options_of(const ToolTable& tool, const CommandRow& command) {
  std::vector<const OptionRow*> options;
  for (const OptionRow& row : tool.options) {
    const std::vector<std::string> commands = words_of(row.commands);
    if (commands.empty() ||
        std::find(commands.begin(), commands.end(), command.name) != commands.end())
      options.push_back(&row);
  }
  return options;
}

}  // namespace newsindex
