// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/lock_holder.h"

#include <fstream>
#include <sstream>

#include <sys/stat.h>

namespace newsindex {
namespace {

namespace fs = std::filesystem;

std::string first_line(const fs::path& path) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  return line;
}

// True if the kernel lists a flock lock on this file, such as "1: FLOCK ADVISORY WRITE 812
// 08:01:1234 0 EOF". The device is not compared: some file systems show a different one.
bool is_locked(ino_t inode, const std::string& process) {
  std::ifstream in("/proc/locks");
  const std::string end = ":" + std::to_string(inode);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string number, kind, advisory, access, holder, file;
    words >> number >> kind >> advisory >> access >> holder >> file;
    if (kind == "FLOCK" && access == "WRITE" && holder == process && file.ends_with(end))
      return true;
  }
  return false;
}

}  // namespace

std::optional<LockHolder> lock_holder(const fs::path& archive) {
  const fs::path path = archive / "lock";
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) return std::nullopt;
  const std::string process = first_line(path);
  if (process.empty() || !is_locked(file.st_ino, process)) return std::nullopt;
  return LockHolder{process, std::chrono::sys_seconds(std::chrono::seconds(file.st_mtime))};
}

}  // namespace newsindex
