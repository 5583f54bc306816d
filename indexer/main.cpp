// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <iostream>

#include <unistd.h>

#include "indexer/commands/commands.h"
#include "indexer/commands/last_resort.h"
#include "indexer/commands/stop_signals.h"

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is told as an error of writing
  newsindex::StopRequest stop;
  const newsindex::LastResort last_resort(stop);
  const newsindex::StopSignals signals(stop);
  const newsindex::Streams streams{std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1};
  return static_cast<int>(newsindex::run_newsindex({arguments + 1, arguments + count},
                                                   newsindex::process_environment, streams, stop));
}
