// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/run_command.h"

#include <algorithm>

#include "query/commands/commands.h"
#include "query/commands/deliver.h"
#include "query/commands/newsquery_table.h"
#include "schema/command_line/configuration.h"

namespace newsindex {
namespace {

// False for commands without settings: a wrong configuration file must not keep manual pages from
// being printed.
bool has_settings(const CommandLine& line) {
  const CommandRow* command = find_command(newsquery_table(), line.command);
  if (command == nullptr) return false;
  const auto options = options_of(newsquery_table(), *command);
  return std::any_of(options.begin(), options.end(),
                     [](const OptionRow* option) { return option->is_setting; });
}

}  // namespace

ExitCode run_command(CommandLine line, const Surroundings& around) {
  RunCommand* const run = handler_of(line.command);
  if (run == nullptr)
    throw Error(ExitCode::internal, "nothing runs the command '" + line.command + "'");
  if (has_settings(line)) add_settings(line, newsquery_table(), around.environment);
  return deliver(*run, line, around);
}

}  // namespace newsindex
