// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <cstdlib>
#include <iostream>

#include <unistd.h>

#include "indexer/commands/commands.h"
#include "indexer/commands/last_resort.h"
#include "indexer/commands/stop_signals.h"

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow then gives a write error
  newsindex::StopRequest stop;
  const newsindex::LastResort last_resort(stop);
  const newsindex::StopSignals signals(stop);
  const bool to_journal = newsindex::is_journal(STDERR_FILENO, std::getenv("JOURNAL_STREAM"));
  const newsindex::Streams streams{std::cout, newsindex::Messages(std::cerr, to_journal),
                                   !to_journal && ::isatty(STDERR_FILENO) == 1};
  return static_cast<int>(newsindex::run_newsindex({arguments + 1, arguments + count},
                                                   newsindex::process_environment, streams, stop));
}
