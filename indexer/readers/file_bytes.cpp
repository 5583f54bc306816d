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
  // O_NONBLOCK: a pipe without a writer must not block the run.
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

bool FileBytes::read_file(std::string& to) {
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

bool FileBytes::resume(const EarlierReading& earlier) {
  std::string block;
  std::string tail;
  while (count_ < earlier.bytes && read_file(block)) {
    const std::string_view read = block;
    const std::uint64_t known = std::min<std::uint64_t>(read.size(), earlier.bytes - count_);
    digest_.add(read.substr(0, known));
    const std::uint64_t end = count_ + read.size();
    if (end > earlier.resume.offset)
      tail += read.substr(std::max(earlier.resume.offset, count_) - count_);
    count_ = end;
    if (count_ >= earlier.bytes && digest_.value() == earlier.content) {
      digest_.add(read.substr(known));
      ahead_ = std::move(tail);
      return true;
    }
    block.clear();
  }
  if (descriptor_ >= 0 && ::lseek(descriptor_, 0, SEEK_SET) == 0) {
    ended_ = false;
    failure_.clear();
  }
  digest_.reset();
  count_ = 0;
  return false;
}

bool FileBytes::read_block(std::string& to) {
  if (!ahead_.empty()) {
    to += ahead_;
    ahead_.clear();
    return true;
  }
  const std::size_t before = to.size();
  const bool any = read_file(to);
  digest_.add(std::string_view(to).substr(before));
  count_ += to.size() - before;
  return any;
}

void FileBytes::skip_to_end() {
  std::string block;
  while (read_block(block)) block.clear();
}

}  // namespace newsindex
