// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/stop_signals.h"

#include <array>
#include <cerrno>
#include <ctime>
#include <system_error>

#include <semaphore.h>
#include <signal.h>
#include <unistd.h>

#include "indexer/commands/leave_process.h"
#include "indexer/commands/messages.h"
#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};
constexpr long kNanoseconds = 1'000'000'000;
constexpr long kPatience = kNanoseconds / 10 * 4;
// Some programs, such as timeout, send a signal both to a process and to its group: that counts as
// one.
constexpr long long kSameSignal = kNanoseconds / 20;

// The only data that a signal handler uses.
std::atomic<StopRequest*> asked = nullptr;
std::atomic<long long> first_came = 0;  // in nanoseconds; 0: no signal yet
sem_t something_happened;
static_assert(std::atomic<StopRequest*>::is_always_lock_free, "a signal handler reads it");
static_assert(std::atomic<long long>::is_always_lock_free, "a signal handler writes it");

[[noreturn]] void leave_at_once() {
  write_last_words("interrupted at once; the next run clears up");
  ::_exit(static_cast<int>(ExitCode::interrupted));
}

long long now() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<long long>(time.tv_sec) * kNanoseconds + time.tv_nsec;
}

void note_signal(int) {
  const int reason = errno;
  const long long came = now();
  long long none = 0;
  if (first_came.compare_exchange_strong(none, came)) {
    if (StopRequest* const stop = asked) stop->ask();
    ::sem_post(&something_happened);
  } else if (came - first_came > kSameSignal) {
    leave_at_once();
  }
  errno = reason;
}

void handle_signals(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;  // without SA_RESTART: reading from a terminal or pipe ends, too
  sigemptyset(&action.sa_mask);
  for (const int signal : kSignals) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    const bool by_nohup = signal == SIGHUP && before.sa_handler == SIG_IGN;
    if (!by_nohup) ::sigaction(signal, &action, nullptr);
  }
}

void wait_for_signal_or_end() {
  while (::sem_wait(&something_happened) != 0 && errno == EINTR) {
  }
}

// False if the command ends before.
bool patience_ends() {
  timespec until{};
  ::clock_gettime(CLOCK_REALTIME, &until);
  until.tv_nsec += kPatience;
  until.tv_sec += until.tv_nsec / kNanoseconds;
  until.tv_nsec %= kNanoseconds;
  int result = 0;
  do {
    result = ::sem_timedwait(&something_happened, &until);
  } while (result != 0 && errno == EINTR);
  return result != 0;
}

}  // namespace

StopSignals::StopSignals(StopRequest& stop) : stop_(stop) {
  ::sem_init(&something_happened, 0, 0);
  first_came = 0;
  asked = &stop_;
  handle_signals(note_signal);
  try {
    watching_ = std::thread([this] { watch(); });
  } catch (const std::system_error&) {
  }
}

StopSignals::~StopSignals() {
  has_ended_ = true;
  ::sem_post(&something_happened);
  if (watching_.joinable()) watching_.join();
  handle_signals(SIG_IGN);
  asked = nullptr;
}

void StopSignals::watch() {
  wait_for_signal_or_end();
  if (has_ended_ || !patience_ends()) return;
  leave_process(stop_, ExitCode::interrupted, "interrupted");
}

}  // namespace newsindex
