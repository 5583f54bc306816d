// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/file_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace newsindex {

FileBytes::FileBytes(const std::string& path, std::function<bool()> go_on)
    : go_on_(std::move(go_on)) {
  if (path == "-") {
    descriptor_ = STDIN_FILENO;
    return;
  }
  // O_NONBLOCK: a pipe that nobody writes to must not stop the run.
  descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status {};
  owned_ = descriptor_ >= 0;
  if (!owned_ || ::fstat(descriptor_, &status) != 0)
    failure_ = std::strerror(errno);
  else if (!S_ISREG(status.st_mode))
    failure_ = "not a regular file";
  ended_ = !failure_.empty();
}

FileBytes::~FileBytes() {
  if (owned_) ::close(descriptor_);
}

void FileBytes::wait_for_input() const {
  constexpr int kMilliseconds = 100;
  if (owned_ || !go_on_) return;  // a regular file is always ready
  pollfd input{descriptor_, POLLIN, 0};
  while (::poll(&input, 1, kMilliseconds) <= 0 && !is_stopped()) {
  }
}

bool FileBytes::read_block(std::string& to) {
  constexpr std::size_t kBlock = std::size_t{256} << 10;
  if (ended_) return false;
  wait_for_input();
  if (is_stopped()) {
    failure_ = "interrupted";
    ended_ = true;
    return false;
  }
  const std::size_t before = to.size();
  to.resize(before + kBlock);
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, to.data() + before, kBlock);
  } while (got < 0 && errno == EINTR);
  if (got < 0) failure_ = std::strerror(errno);
  to.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  ended_ = got <= 0;
  return got > 0;
}

}  // namespace newsindex
