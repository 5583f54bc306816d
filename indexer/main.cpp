// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <iostream>

#include <unistd.h>

#include "indexer/commands/commands.h"

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_DFL);
  const newsindex::Streams streams{std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1};
  const auto code = newsindex::run_newsindex({arguments + 1, arguments + count},
                                             newsindex::process_environment, streams);
  std::cout.flush();
  return static_cast<int>(std::cout.good() ? code : newsindex::ExitCode::io);
}
