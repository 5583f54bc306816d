// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/segment/mapped_file.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "schema/damage.h"

namespace newsindex {
MappedFile::MappedFile(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw cannot_read(path, errno);
  struct stat facts {};
  void* start = nullptr;
  int reason = 0;
  if (::fstat(descriptor, &facts) != 0) {
    reason = errno;
  } else if (!S_ISREG(facts.st_mode)) {
    reason = EISDIR;
  } else if (facts.st_size > 0) {
    start = ::mmap(nullptr, static_cast<std::size_t>(facts.st_size), PROT_READ, MAP_SHARED,
                   descriptor, 0);
    if (start == MAP_FAILED) reason = errno;
  }
  ::close(descriptor);
  if (reason != 0) throw cannot_read(path, reason);
  bytes_ = {static_cast<const char*>(start), static_cast<std::size_t>(facts.st_size)};
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

}  // namespace newsindex
