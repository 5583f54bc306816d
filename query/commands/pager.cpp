// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/pager.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "schema/archive/descriptor.h"

namespace newsindex {
namespace {

constexpr std::array kLeftToThePager{SIGPIPE, SIGINT, SIGQUIT};

// While an object lives, signals from the keyboard reach only the pager, and SIGPIPE is ignored:
// the pager may exit before it has read everything.
class LeavingSignals {
 public:
  LeavingSignals() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    for (std::size_t i = 0; i < kLeftToThePager.size(); ++i)
      sigaction(kLeftToThePager[i], &ignore, &before_[i]);
  }
  ~LeavingSignals() {
    for (std::size_t i = 0; i < kLeftToThePager.size(); ++i)
      sigaction(kLeftToThePager[i], &before_[i], nullptr);
  }
  LeavingSignals(const LeavingSignals&) = delete;
  LeavingSignals& operator=(const LeavingSignals&) = delete;

 private:
  std::array<struct sigaction, kLeftToThePager.size()> before_{};
};

// Starts a program with `input` as its standard input. Returns -1 if it cannot be started.
pid_t start(const std::vector<const char*>& words, int input) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : kLeftToThePager) sigaddset(&signals, signal);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<char*> arguments;
  for (const char* word : words) arguments.push_back(const_cast<char*>(word));
  arguments.push_back(nullptr);
  pid_t child = -1;
  if (posix_spawnp(&child, words.front(), &files, &attributes, arguments.data(), environ) != 0)
    child = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return child;
}

void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;  // the user left the pager
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Starts the pager and writes the text to it; the pager may still be reading when this returns.
// Returns -1 if it cannot be started.
pid_t start_and_write(const std::string& command, std::string_view text) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return -1;
  const Descriptor writing(ends[1]);
  pid_t child = -1;
  {
    const Descriptor reading(ends[0]);
    // Not through the shell, which would report a missing less to users who chose no pager.
    child = command == kPager ? start({"less", "-FRX"}, reading.number())
                              : start({"/bin/sh", "-c", command.c_str()}, reading.number());
  }
  if (child >= 0) write_all(writing.number(), text);
  return child;
}

}  // namespace

std::optional<std::string> pager_of(const Environment& environment) {
  if (environment("TERM").value_or("dumb") == "dumb") return std::nullopt;
  auto command = environment("NEWSQUERY_PAGER");
  if (!command) command = environment("PAGER");
  if (!command) command = kPager;
  if (command->empty() || *command == "cat") return std::nullopt;
  return command;
}

bool show_in_pager(const std::string& command, std::string_view text) {
  // Exit codes of the shell for a command that does not exist or cannot be executed.
  constexpr int kNotFound = 127;
  constexpr int kNoProgram = 126;
  const LeavingSignals leaving;
  const pid_t child = start_and_write(command, text);
  if (child < 0) return false;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return !WIFEXITED(status) ||
         (WEXITSTATUS(status) != kNotFound && WEXITSTATUS(status) != kNoProgram);
}

}  // namespace newsindex
