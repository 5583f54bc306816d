// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/staging.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolderPrefix = "newsindex-";
constexpr const char* kLockName = "lock";

// Opens the folder's lock file and takes it; -1 when its run is alive (or it is not ours).
int take_lock(const fs::path& folder, int flags) {
  const int descriptor = ::open((folder / kLockName).c_str(), flags | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor);
    return -1;
  }
  return descriptor;
}

void remove_abandoned(const fs::path& parent) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(parent, ignored)) {
    if (!entry.path().filename().string().starts_with(kFolderPrefix)) continue;
    const int lock = take_lock(entry.path(), 0);
    if (lock < 0) continue;
    fs::remove_all(entry.path(), ignored);
    ::close(lock);
  }
}

std::uint64_t free_bytes(const fs::path& folder) {
  struct statvfs facts {};
  if (folder.empty() || ::statvfs(folder.c_str(), &facts) != 0) return 0;
  return std::uint64_t{facts.f_bavail} * facts.f_frsize;
}

}  // namespace

StagingFolder::StagingFolder(const fs::path& parent) {
  remove_abandoned(parent);
  std::string name = (parent / kFolderPrefix).string() + "XXXXXX";
  if (::mkdtemp(name.data()) == nullptr)
    throw Error(ExitCode::cannot_create,
                "cannot create a folder in '" + parent.string() + "': " + std::strerror(errno));
  path_ = name;
  lock_ = take_lock(path_, O_CREAT);
}

StagingFolder::~StagingFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

Staging::Staging(const fs::path& archive, fs::path memory, std::uint64_t memory_bytes)
    : disk_(archive) {
  const std::uint64_t room = std::min(memory_bytes, free_bytes(memory) / 4 * 3);
  constexpr std::uint64_t kLeastUse = 8u << 20;
  if (room < kLeastUse || ::access(memory.c_str(), W_OK) != 0) return;
  memory_ = std::make_unique<StagingFolder>(memory);
  memory_left_ = static_cast<std::int64_t>(room);
}

fs::path Staging::next_path(const StagingFolder& folder) {
  return folder.path() / std::to_string(next_++);
}

StagedPlace Staging::place(std::uint64_t expected_bytes) {
  const auto room = static_cast<std::int64_t>(expected_bytes);
  if (!memory_) return place_on_disk();
  if (memory_left_.fetch_sub(room) >= room) return {next_path(*memory_), expected_bytes};
  memory_left_ += room;
  return place_on_disk();
}

StagedPlace Staging::place_on_disk() { return {next_path(disk_), 0}; }

void Staging::settle(StagedPlace& place) {
  if (place.room == 0) return;
  const std::uint64_t taken = bytes_below(place.path);
  memory_left_ += static_cast<std::int64_t>(place.room) - static_cast<std::int64_t>(taken);
  place.room = taken;
}

void Staging::remove(const StagedPlace& place) {
  std::error_code ignored;
  fs::remove_all(place.path, ignored);
  memory_left_ += static_cast<std::int64_t>(place.room);
}

std::uint64_t bytes_below(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, ignored))
    if (entry.is_regular_file(ignored)) bytes += entry.file_size(ignored);
  return bytes;
}

}  // namespace newsindex
