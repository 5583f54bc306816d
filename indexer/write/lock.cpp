// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "schema/archive/place.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kPause{50};

int open_lock_file(const fs::path& archive) {
  const std::string path = (archive / "lock").string();
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0)
    throw Error(ExitCode::cannot_create, "cannot create '" + path + "': " + std::strerror(errno));
  return descriptor;
}

int make_lock_file(const fs::path& archive) {
  require_place_for_archive(archive);
  std::error_code error;
  fs::create_directories(archive, error);
  return open_lock_file(archive);
}

std::string holder(int descriptor) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  std::string process(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!process.empty() && process.back() == '\n') process.pop_back();
  return process.empty() ? "another run" : "process " + process;
}

void write_process_number(int descriptor) {
  const std::string text = std::to_string(::getpid()) + "\n";
  // The number only serves the message above: nothing depends on it.
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
