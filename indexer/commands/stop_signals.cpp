// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/stop_signals.h"

#include <atomic>
#include <cstddef>

#include <unistd.h>

#include "schema/error.h"

namespace newsindex {
namespace {

std::atomic<int> signals_come = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler counts in it");

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

void note_signal(int) {
  if (signals_come.fetch_add(1) > 0) ::_exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

StopSignals::StopSignals() {
  signals_come = 0;
  struct sigaction action {};
  action.sa_handler = note_signal;  // without SA_RESTART: reading from a terminal or pipe ends, too
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    ::sigaction(kSignals[i], nullptr, &before_[i]);
    const bool by_nohup = kSignals[i] == SIGHUP && before_[i].sa_handler == SIG_IGN;
    if (!by_nohup) ::sigaction(kSignals[i], &action, nullptr);
  }
}

StopSignals::~StopSignals() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &before_[i], nullptr);
}

bool StopSignals::has_come() const { return signals_come > 0; }

}  // namespace newsindex
