// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/ask_newsquery.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAsked = "newsquery";

// The newsquery beside this program, or only its name, to be searched in $PATH.
std::string program() {
  std::error_code unknown;
  const fs::path beside = fs::read_symlink("/proc/self/exe", unknown).parent_path() / kAsked;
  return ::access(beside.c_str(), X_OK) == 0 ? beside.string() : kAsked;
}

// The two ends of a pipe, closed by the destructor.
struct Pipe {
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
      throw Error(ExitCode::io, std::string("cannot make a pipe: ") + std::strerror(errno));
  }
  ~Pipe() {
    ::close(ends[0]);
    if (ends[1] >= 0) ::close(ends[1]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  std::array<int, 2> ends{-1, -1};
};

pid_t start(std::vector<std::string> arguments, Pipe& out) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  pid_t process = -1;
  const int failure =
      ::posix_spawnp(&process, pointers[0], &actions, nullptr, pointers.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(out.ends[1]);
  out.ends[1] = -1;
  if (failure != 0)
    throw Error(ExitCode::config, std::string("cannot run newsquery, which --query needs: ") +
                                      std::strerror(failure) +
                                      " (it belongs beside newsindex, or in $PATH)");
  return process;
}

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 1 << 16> block{};
  for (;;) {
    const ssize_t size = ::read(descriptor, block.data(), block.size());
    if (size == 0) return text;
    if (size < 0 && errno != EINTR)
      throw Error(ExitCode::io, std::string("cannot read from newsquery: ") + std::strerror(errno));
    if (size > 0) text.append(block.data(), static_cast<std::size_t>(size));
  }
}

// The exit code of a process that has ended; `internal` if a signal ended it.
int wait_for(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : static_cast<int>(ExitCode::internal);
}

}  // namespace

std::vector<std::string> ids_of_query(const fs::path& archive, const std::string& query) {
  Pipe out;
  const pid_t process = start({program(), "search", "--archive=" + archive.string(), "--format=ids",
                               "--sort=oldest", "--", query},
                              out);
  std::string lines;
  try {
    lines = read_all(out.ends[0]);
  } catch (const Error&) {
    wait_for(process);
    throw;
  }
  const int code = wait_for(process);
  if (code == static_cast<int>(ExitCode::no_match))
    throw Error(ExitCode::no_match, "no article of archive '" + archive.string() +
                                        "' matches the query '" + query + "'");
  if (code != 0)
    throw Error(static_cast<ExitCode>(code),
                "newsquery did not answer the query '" + query + "'; nothing was removed");
  return ids_of_lines(lines);
}

std::vector<std::string> ids_of_lines(const std::string& lines) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    std::string line = lines.substr(at, end - at);
    if (line.ends_with('\r')) line.pop_back();
    at = end + 1;
    if (line.empty()) continue;
    if (line.starts_with('"')) {
      const auto json = nlohmann::json::parse(line, nullptr, false);
      if (json.is_string()) line = json.get<std::string>();
    }
    ids.push_back(std::move(line));
  }
  return ids;
}

}  // namespace newsindex
