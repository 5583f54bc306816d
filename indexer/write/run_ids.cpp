// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/run_ids.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::uint64_t kFirstCapacity = 1u << 14;

// A file of this many free slots, mapped. Its room on the disk is taken at once, so that no write
// into it can fail later.
Given* map_slots(const std::filesystem::path& path, std::uint64_t capacity) {
  const std::size_t bytes = capacity * sizeof(Given);
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  int reason = file < 0 ? errno : ::posix_fallocate(file, 0, static_cast<off_t>(bytes));
  void* slots = MAP_FAILED;
  if (reason == 0) {
    slots = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (slots == MAP_FAILED) reason = errno;
  }
  if (file >= 0) {
    ::close(file);
    ::unlink(path.c_str());  // nobody else needs its name
  }
  if (reason != 0)
    throw Error(reason == ENOMEM ? ExitCode::no_memory : ExitCode::io,
                "cannot write '" + path.string() + "': " + std::strerror(reason));
  return static_cast<Given*>(slots);
}

}  // namespace

RunIds::~RunIds() {
  if (slots_ != nullptr) ::munmap(slots_, capacity_ * sizeof(Given));
}

Given& RunIds::slot_of(std::uint64_t id) {
  const std::uint64_t mask = capacity_ - 1;
  std::uint64_t at = id & mask;
  while (slots_[at].id != 0 && slots_[at].id != id) at = (at + 1) & mask;
  return slots_[at];
}

void RunIds::grow() {
  Given* const old = slots_;
  const std::uint64_t old_capacity = capacity_;
  const std::uint64_t capacity = old == nullptr ? kFirstCapacity : 2 * old_capacity;
  std::filesystem::create_directories(folder_);
  slots_ = map_slots(folder_ / std::to_string(files_++), capacity);
  capacity_ = capacity;
  if (old == nullptr) return;
  for (std::uint64_t i = 0; i < old_capacity; ++i)
    if (old[i].id != 0) slot_of(old[i].id) = old[i];
  ::munmap(old, old_capacity * sizeof(Given));
}

RunIds::Result RunIds::add(const Given& given) {
  if (3 * (count_ + 1) > 2 * capacity_) grow();
  Given kept = given;
  if (kept.id == 0) kept.id = 1;  // 0 stands for a free slot
  Given& slot = slot_of(kept.id);
  if (slot.id != 0) return {slot, false};
  slot = kept;
  ++count_;
  return {slot, true};
}

}  // namespace newsindex
