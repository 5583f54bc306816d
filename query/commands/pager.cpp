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

// While it lives, the pager alone is interrupted from the keyboard, and may end before it has read
// everything.
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

// Starts a program with `input` as its standard input; -1: it cannot be started.
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
    if (written < 0) return;  // the pager was left
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Gives the text to the pager, which may not have read it when this returns; -1: it cannot be
// started.
pid_t start_and_write(const std::string& command, std::string_view text) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return -1;
  const Descriptor writing(ends[1]);
  pid_t child = -1;
  {
    const Descriptor reading(ends[0]);
    // The shell would say where there is no less, which is no news to those who chose nothing.
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
  // Codes of the shell for a command that is not there or is no program.
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
