// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/deliver.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <ostream>
#include <sstream>
#include <utility>
#include <vector>

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

// Functions to call once the answer has left this process.
using ToDo = std::vector<std::function<void()>>;

std::function<void(std::function<void()>)> adding_to(ToDo& to_do) {
  return [&to_do](std::function<void()> what) { to_do.push_back(std::move(what)); };
}

void do_all(const ToDo& to_do) {
  for (const auto& what : to_do) what();
}

ExitCode into_file(RunCommand& run, const CommandLine& line, const Surroundings& around,
                   const std::string& path) {
  constexpr int kNoTerminal = -1;
  OutputFile file(path);
  const auto style = [&around](Color color) {
    return text_style(color, around.environment, kNoTerminal);
  };
  ToDo to_do;
  const ExitCode code = run(line, {around.environment, around.today, around.in, file.stream(),
                                   around.messages, style, false, adding_to(to_do)});
  file.publish();
  do_all(to_do);
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
    without_links.links = false;  // few pagers pass links on
    return without_links;
  };
  ToDo to_do;
  const ExitCode code = run(line, {around.environment, around.today, around.in, text, messages,
                                   style, around.is_terminal, adding_to(to_do)});
  if (text.view().empty() || !show_in_pager(pager, text.view())) around.out << text.view();
  around.messages << messages.view();
  do_all(to_do);
  return code;
}

ExitCode into_stream(RunCommand& run, const CommandLine& line, const Surroundings& around) {
  ToDo to_do;
  Surroundings with_to_do = around;
  with_to_do.once_delivered = adding_to(to_do);
  const ExitCode code = run(line, with_to_do);
  if (!around.out.flush()) throw Error(ExitCode::io, "cannot write to the standard output");
  do_all(to_do);
  return code;
}

}  // namespace

ExitCode deliver(RunCommand& run, const CommandLine& line, const Surroundings& around) {
  const std::string path = line.text("output");
  if (!path.empty() && path != "-" && path != "/dev/stdout")
    return into_file(run, line, around, path);
  if (const auto pager = pager_for(line, around)) return into_pager(run, line, around, *pager);
  return into_stream(run, line, around);
}

}  // namespace newsindex
