// SPDX-License-Identifier: GPL-3.0-or-later
// Compares two commands as whole processes, run in turns: from fork to exit, with warm caches.
//   process_bench ROUNDS COMMAND [ARGUMENT...] --- COMMAND [ARGUMENT...]
// Without a second command, the first is compared with this program, which then only starts with
// the same libraries and does nothing.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unicode/uversion.h>
#include <xapian.h>

extern char** environ;

namespace {

constexpr const char* kNothing = "--nothing";

double milliseconds(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  const auto begin = std::chrono::steady_clock::now();
  pid_t process = 0;
  int status = 0;
  if (posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environ) == 0)
    waitpid(process, &status, 0);
  posix_spawn_file_actions_destroy(&actions);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

void print(const char* name, std::vector<double>& times) {
  std::sort(times.begin(), times.end());
  std::cout << name << "  median " << times[times.size() / 2] << " ms  least " << times.front()
            << " ms\n";
}

}  // namespace

int main(int count, char** values) {
  if (count > 1 && std::string(values[1]) == kNothing) {
    UVersionInfo version;
    u_getVersion(version);  // keeps ICU and Xapian linked
    return Xapian::Query().empty() && version[0] > 0 ? 0 : 1;
  }
  if (count < 3) {
    std::cerr << "usage: process_bench ROUNDS COMMAND [ARGUMENT...] [--- COMMAND [ARGUMENT...]]\n";
    return 2;
  }
  std::vector<std::string> first(values + 2, values + count);
  std::vector<std::string> second{values[0], kNothing};
  if (const auto mark = std::find(first.begin(), first.end(), "---"); mark != first.end()) {
    second.assign(mark + 1, first.end());
    first.erase(mark, first.end());
  }
  std::vector<double> of_first;
  std::vector<double> of_second;
  for (int round = 0; round < std::max(1, std::atoi(values[1])); ++round) {
    of_first.push_back(milliseconds(first));
    of_second.push_back(milliseconds(second));
  }
  print("first ", of_first);
  print("second", of_second);
  std::cout << "first / second  " << of_first[of_first.size() / 2] / of_second[of_second.size() / 2]
            << '\n';
}
