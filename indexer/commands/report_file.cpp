// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/report_file.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "schema/error.h"

namespace newsindex {
namespace {

// The number of the open descriptor that a path stands for, or -1.
int number_of(std::string_view path) {
  constexpr std::string_view kPrefix = "/dev/fd/";
  if (path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  if (!path.starts_with(kPrefix)) return -1;
  path.remove_prefix(kPrefix.size());
  int number = -1;
  const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), number);
  return error == std::errc() && end == path.data() + path.size() ? number : -1;
}

Error failed(ExitCode code, const std::string& path) {
  return Error(code, "cannot write the report '" + path + "': " + std::strerror(errno));
}

// While it lives, writing to a pipe without a reader gives an error instead of a signal.
class WithoutBrokenPipes {
 public:
  WithoutBrokenPipes() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
  ~WithoutBrokenPipes() { std::signal(SIGPIPE, before_); }
  WithoutBrokenPipes(const WithoutBrokenPipes&) = delete;
  WithoutBrokenPipes& operator=(const WithoutBrokenPipes&) = delete;

 private:
  void (*before_)(int);
};

}  // namespace

ReportFile::ReportFile(const std::string& path) : path_(path) {
  if (path_.empty()) return;
  const int number = number_of(path_);
  descriptor_ = number >= 0 ? ::fcntl(number, F_DUPFD_CLOEXEC, 0)
                            : ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw failed(ExitCode::cannot_create, path_);
}

ReportFile::~ReportFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void ReportFile::write(std::string_view text) const {
  if (descriptor_ < 0) return;
  const WithoutBrokenPipes without_broken_pipes;
  struct stat facts {};
  const bool is_file =
      number_of(path_) < 0 && ::fstat(descriptor_, &facts) == 0 && S_ISREG(facts.st_mode);
  if (is_file && ::ftruncate(descriptor_, 0) != 0) throw failed(ExitCode::io, path_);
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw failed(ExitCode::io, path_);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (is_file && ::fsync(descriptor_) != 0) throw failed(ExitCode::io, path_);
}

}  // namespace newsindex
