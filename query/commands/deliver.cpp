// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/deliver.h"

#include <algorithm>
#include <optional>
#include <ostream>
#include <sstream>

#include "query/commands/newsquery_table.h"
#include "query/commands/output_file.h"
#include "query/commands/pager.h"
#include "query/commands/terminal.h"

namespace newsindex {
namespace {

bool has_option(const CommandLine& line, std::string_view name) {
  const CommandRow* command = find_command(newsquery_table(), line.command);
  if (command == nullptr) return false;
  const auto options = options_of(newsquery_table(), *command);
  return std::any_of(options.begin(), options.end(),
                     [&](const OptionRow* option) { return option->name == name; });
}

ExitCode into_file(RunCommand& run, const CommandLine& line, const Surroundings& around,
                   const std::string& path) {
  constexpr int kNoTerminal = -1;
  OutputFile file(path);
  const auto style = [&around](Color color) {
    return text_style(color, around.environment, kNoTerminal);
  };
  const ExitCode code = run(line, {around.environment, around.today, around.in, file.stream(),
                                   around.messages, style, false});
  file.publish();
  return code;
}

std::optional<std::string> pager_for(const CommandLine& line, const Surroundings& around) {
  if (!around.is_terminal || line.has("no-pager") || !has_option(line, "no-pager") ||
      output_choice(line).format != Format::text)
    return std::nullopt;
  return pager_of(around.environment);
}

ExitCode into_pager(RunCommand& run, const CommandLine& line, const Surroundings& around,
                    const std::string& pager) {
  std::ostringstream text;
  std::ostringstream messages;
  const auto style = [&around](Color color) {
    Style without_links = around.style(color);
    without_links.links = false;  // which few pagers pass on
    return without_links;
  };
  const ExitCode code = run(line, {around.environment, around.today, around.in, text, messages,
                                   style, around.is_terminal});
  if (text.view().empty() || !show_in_pager(pager, text.view())) around.out << text.view();
  around.messages << messages.view();
  return code;
}

}  // namespace

ExitCode deliver(RunCommand& run, const CommandLine& line, const Surroundings& around) {
  const std::string path = line.text("output");
  if (!path.empty() && path != "-" && path != "/dev/stdout")
    return into_file(run, line, around, path);
  if (const auto pager = pager_for(line, around)) return into_pager(run, line, around, *pager);
  return run(line, around);
}

}  // namespace newsindex
