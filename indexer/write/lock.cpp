// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/lock.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "schema/archive/durable.h"
#include "schema/archive/place.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kPause{50};

int open_lock_file(const fs::path& archive) {
  const std::string path = (archive / "lock").string();
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    const int reason = errno;
    const bool is_there = ::access(path.c_str(), F_OK) == 0;
    const bool is_forbidden = reason == EACCES || reason == EPERM;
    throw Error(ExitCode::cannot_create,
                std::string(is_there ? "cannot write '" : "cannot create '") + path +
                    "': " + std::strerror(reason) +
                    (is_forbidden ? " (the archive is written by its owner)" : ""));
  }
  return descriptor;
}

int make_lock_file(const fs::path& archive) {
  require_place_for_archive(archive);
  make_folders(archive);
  return open_lock_file(archive);
}

bool is_living(pid_t process) {
  if (process <= 0 || process == ::getpid()) return false;
  return ::kill(process, 0) == 0 || errno == EPERM;
}

// Returns the process number in the file only if that process is alive here: the process may have
// ended, or run on another machine or in another container.
std::string holder(int descriptor) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  pid_t process = 0;
  if (size > 0) std::from_chars(text.data(), text.data() + size, process);
  return is_living(process) ? "process " + std::to_string(process) : "another process";
}

void write_process_number(int descriptor) {
  const std::string text = std::to_string(::getpid()) + "\n";
  // The number is only used in messages: nothing depends on it.
  if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
    const ssize_t written = ::pwrite(descriptor, text.data(), text.size(), 0);
}

}  // namespace

ArchiveLock::ArchiveLock(const fs::path& archive, std::chrono::seconds timeout,
                         const StopRequest* stop)
    : ArchiveLock(archive, timeout, stop, make_lock_file(archive)) {}

ArchiveLock ArchiveLock::of_damaged(const fs::path& archive, std::chrono::seconds timeout,
                                    const StopRequest* stop) {
  std::error_code error;
  if (!fs::is_directory(archive / "segments", error))
    throw Error(ExitCode::no_input, "no archive at '" + archive.string() + "'");
  return {archive, timeout, stop, open_lock_file(archive)};
}

ArchiveLock::ArchiveLock(const fs::path& archive, std::chrono::seconds timeout,
                         const StopRequest* stop, int descriptor)
    : descriptor_(descriptor) {
  const auto give_up = std::chrono::steady_clock::now() + timeout;
  while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (std::chrono::steady_clock::now() >= give_up) {
      const std::string sentence = "archive '" + archive.string() + "' is locked by " +
                                   holder(descriptor_) + "; try again when it has finished";
      ::close(descriptor_);
      throw Error(ExitCode::try_again, sentence);
    }
    if (stop != nullptr && stop->is_asked()) {
      ::close(descriptor_);
      throw Error(ExitCode::interrupted, std::string("interrupted; ") + kArchiveAsItWas);
    }
    std::this_thread::sleep_for(kPause);
  }
  write_process_number(descriptor_);
}

ArchiveLock::~ArchiveLock() { ::close(descriptor_); }

}  // namespace newsindex
