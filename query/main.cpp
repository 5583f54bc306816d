// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "query/commands/newsquery_table.h"
#include "query/commands/run_command.h"
#include "query/commands/terminal.h"
#include "schema/archive/failure.h"
#include "schema/command_line/command_line.h"
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

Style style_of_answers(Color color) {
  return text_style(color, process_environment, STDOUT_FILENO);
}

ExitCode run(const std::vector<std::string>& arguments) {
  const CommandLine line = read_command_line(newsquery_table(), arguments, newsquery_subject);
  ExitCode code = ExitCode::ok;
  if (line.answer)
    std::cout << *line.answer;
  else
    code = run_command(line, {process_environment, local_day(), std::cin, std::cout, std::cerr,
                              style_of_answers, isatty(STDOUT_FILENO) == 1});
  if (!std::cout.flush()) throw Error(ExitCode::io, "cannot write to the standard output");
  return code;
}

// Ends the process at once: all open files are only read, and closing them would cost a tenth of a
// search.
[[noreturn]] void leave(ExitCode code) {
  std::cerr.flush();
  std::_Exit(static_cast<int>(code));
}

// Exits on any failed allocation: some libraries would continue with half of their answer.
[[noreturn]] void leave_without_memory() {
  constexpr std::string_view kText = "newsquery: out of memory\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kText.data(), kText.size());
  std::_Exit(static_cast<int>(ExitCode::no_memory));
}

int report(const Error& error) {
  std::cerr << "newsquery: " << shown(error) << "\n";
  return static_cast<int>(error.code());
}

// If the process was started without standard descriptors, a file opened later must not become its
// standard output. Writing to such an output still fails, as it would have without this.
void hold_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(descriptor, F_GETFD) < 0 && ::open("/dev/null", O_RDONLY) != descriptor)
      std::_Exit(static_cast<int>(ExitCode::io));
}

}  // namespace

int main(int count, char** values) {
  hold_standard_descriptors();
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
