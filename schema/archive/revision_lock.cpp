// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/revision_lock.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr const char* kReadersName = "readers";

struct flock range(short type, std::uint64_t first, std::uint64_t count) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = static_cast<off_t>(first);
  lock.l_len = static_cast<off_t>(count);
  return lock;
}

}  // namespace

RevisionLock::RevisionLock(const fs::path& archive)
    : descriptor_(::open((archive / kReadersName).c_str(), O_RDONLY | O_CLOEXEC)) {}

RevisionLock::~RevisionLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

RevisionLock::RevisionLock(RevisionLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

RevisionLock& RevisionLock::operator=(RevisionLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

bool RevisionLock::hold(std::uint64_t revision) {
  if (descriptor_ < 0) return false;
  struct flock all = range(F_UNLCK, 0, 0);
  ::fcntl(descriptor_, F_OFD_SETLK, &all);
  struct flock one = range(F_RDLCK, revision, 1);
  return ::fcntl(descriptor_, F_OFD_SETLK, &one) == 0;
}

void make_readers_file(const fs::path& archive) {
  const std::string path = (archive / kReadersName).string();
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0)
    throw Error(ExitCode::cannot_create, "cannot create '" + path + "': " + std::strerror(errno));
  ::close(descriptor);
}

bool is_being_read(const fs::path& archive, std::uint64_t first, std::uint64_t last) {
  const int descriptor = ::open((archive / kReadersName).c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return true;
  // F_OFD_GETLK asks which lock would conflict with an exclusive one.
  struct flock lock = range(F_WRLCK, first, last - first + 1);
  const bool is_known = ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0;
  ::close(descriptor);
  return !is_known || lock.l_type != F_UNLCK;
}

}  // namespace newsindex
