// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "query/commands/about.h"
#include "query/commands/newsquery_table.h"
#include "query/commands/request.h"
#include "query/commands/run.h"
#include "query/commands/terminal.h"
#include "schema/archive/failure.h"
#include "schema/command_line/command_line.h"
#include "schema/command_line/configuration.h"
#include "schema/error.h"
#include "schema/shown.h"

namespace {

using namespace newsindex;

Day local_day() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return std::chrono::year{local.tm_year + 1900} /
         std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)} /
         std::chrono::day{static_cast<unsigned>(local.tm_mday)};
}

ExitCode batch(const Request& request) {
  if (request.queries == "-") return run_batch(request, std::cin, std::cout, std::cerr);
  std::ifstream file(request.queries);
  if (!file) throw Error(ExitCode::no_input, "cannot read '" + request.queries.string() + "'");
  return run_batch(request, file, std::cout, std::cerr);
}

ExitCode run(const Request& request) {
  const Style style = text_style(request.color, process_environment, STDOUT_FILENO);
  switch (request.command) {
    case Command::search: return run_search(request, std::cout, std::cerr, style);
    case Command::count: return run_count(request, std::cout, std::cerr, style);
    case Command::show: return run_show(request, std::cout, std::cerr, style);
    case Command::facets: return run_facets(request, std::cout, std::cerr, style);
    case Command::timeline: return run_timeline(request, std::cout, std::cerr, style);
    case Command::entities: return run_entities(request, std::cout, std::cerr, style);
    case Command::related: return run_related(request, std::cout, std::cerr, style);
    case Command::batch: return batch(request);
    case Command::complete: return run_complete(request, std::cout, std::cerr, style);
  }
  return ExitCode::internal;
}

CommandLine with_settings(CommandLine line) {
  add_settings(line, newsquery_table(), process_environment);
  return line;
}

ExitCode run(const std::vector<std::string>& arguments) {
  const CommandLine line = read_command_line(newsquery_table(), arguments, newsquery_subject);
  ExitCode code = ExitCode::ok;
  if (line.answer)
    std::cout << *line.answer;
  else if (!run_about(line, process_environment, std::cout,
                      text_style(color_of(line), process_environment, STDOUT_FILENO)))
    code = run(make_request(with_settings(line), process_environment, local_day()));
  if (!std::cout.flush()) throw Error(ExitCode::io, "cannot write to the standard output");
  return code;
}

// Ends the process at once: what is open is only read, and taking it down costs a tenth of a
// search.
[[noreturn]] void leave(ExitCode code) {
  std::cerr.flush();
  std::_Exit(static_cast<int>(code));
}

// Whoever asked for it: some libraries would go on with half of their answer.
[[noreturn]] void leave_without_memory() {
  constexpr std::string_view kText = "newsquery: out of memory\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kText.data(), kText.size());
  std::_Exit(static_cast<int>(ExitCode::no_memory));
}

int report(const Error& error) {
  std::cerr << "newsquery: " << shown(error) << "\n";
  return static_cast<int>(error.code());
}

}  // namespace

int main(int count, char** values) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_IGN);
  std::set_new_handler(leave_without_memory);
  try {
    leave(run({values + (count > 0 ? 1 : 0), values + count}));
  } catch (...) {
    return report(error_of_exception("the archive"));
  }
}
