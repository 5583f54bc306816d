// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/run_ids.h"

#include <cerrno>
#include <cstring>
#include <type_traits>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "schema/digest.h"
#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::uint64_t kFirstCapacity = 1u << 14;
constexpr std::size_t kMostUnwritten = 1u << 16;

// A version as stored in its file; the name of its source follows.
struct Stored {
  std::uint64_t digest = 0;
  std::uint64_t sequence = 0;
  std::uint64_t number = 0;
  std::int64_t said = 0;
  std::int64_t published = 0;
  std::int64_t source_ns = 0;
  std::uint64_t record = 0;
  std::uint64_t source_bytes = 0;
};
static_assert(std::is_trivially_copyable_v<Stored>);

Error failed(const std::string& what, const std::filesystem::path& path, int reason) {
  return Error(ExitCode::io,
               "cannot " + what + " '" + path.string() + "': " + std::strerror(reason));
}

// Opens a new file and unlinks it at once: nobody else needs its name.
int open_file(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) throw failed("write", path, errno);
  ::unlink(path.c_str());
  return file;
}

// Maps this many zero bytes. Their disk space is allocated at once, so that no later write to them
// can fail.
void* map_zeros(const std::filesystem::path& path, std::size_t bytes) {
  const int file = open_file(path);
  int reason = ::posix_fallocate(file, 0, static_cast<off_t>(bytes));
  void* mapped = MAP_FAILED;
  if (reason == 0) {
    mapped = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped == MAP_FAILED) reason = errno;
  }
  ::close(file);
  if (reason == ENOMEM) throw Error(ExitCode::no_memory, "out of memory");
  if (reason != 0) throw failed("write", path, reason);
  return mapped;
}

std::uint64_t hash_of(std::string_view id) {
  const std::uint64_t hash = digest64(id);
  return hash == 0 ? 1 : hash;  // 0 means a free slot
}

void read_at(int file, void* to, std::size_t bytes, std::uint64_t at,
             const std::filesystem::path& folder) {
  const ssize_t got = ::pread(file, to, bytes, static_cast<off_t>(at));
  if (got != static_cast<ssize_t>(bytes)) throw failed("read from", folder, got < 0 ? errno : EIO);
}

}  // namespace

RunIds::RunIds(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::filesystem::create_directories(folder_);
  versions_ = open_file(folder_ / "versions");
}

RunIds::~RunIds() {
  if (slots_ != nullptr) ::munmap(slots_, capacity_ * sizeof(Slot));
  ::close(versions_);
}

RunIds::Slot& RunIds::slot_of(std::uint64_t id) const {
  const std::uint64_t mask = capacity_ - 1;
  std::uint64_t at = id & mask;
  while (slots_[at].id != 0 && slots_[at].id != id) at = (at + 1) & mask;
  return slots_[at];
}

void RunIds::grow() {
  Slot* const old = slots_;
  const std::uint64_t old_capacity = capacity_;
  const std::uint64_t capacity = old == nullptr ? kFirstCapacity : 2 * old_capacity;
  slots_ =
      static_cast<Slot*>(map_zeros(folder_ / std::to_string(files_++), capacity * sizeof(Slot)));
  capacity_ = capacity;
  if (old == nullptr) return;
  for (std::uint64_t i = 0; i < old_capacity; ++i)
    if (old[i].id != 0) slot_of(old[i].id) = old[i];
  ::munmap(old, old_capacity * sizeof(Slot));
}

void RunIds::flush() const {
  std::string_view rest = unwritten_;
  while (!rest.empty()) {
    const ssize_t written =
        ::pwrite(versions_, rest.data(), rest.size(), static_cast<off_t>(written_));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw failed("write below", folder_, errno);
    written_ += static_cast<std::uint64_t>(written);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  unwritten_.clear();
}

std::optional<GivenArticle> RunIds::find(std::string_view id) const {
  if (capacity_ == 0) return std::nullopt;
  const Slot& slot = slot_of(hash_of(id));
  if (slot.id == 0) return std::nullopt;
  flush();
  Stored stored;
  read_at(versions_, &stored, sizeof stored, slot.at, folder_);
  std::string source(stored.source_bytes, '\0');
  read_at(versions_, source.data(), source.size(), slot.at + sizeof stored, folder_);
  return GivenArticle{stored.digest,
                      stored.sequence,
                      {stored.number, stored.said, stored.published, stored.source_ns,
                       std::move(source), stored.record}};
}

void RunIds::put(std::string_view id, const GivenArticle& given) {
  if (3 * (count_ + 1) > 2 * capacity_) grow();
  const std::uint64_t hash = hash_of(id);
  Slot& slot = slot_of(hash);
  if (slot.id == 0) ++count_;
  slot = {hash, written_ + unwritten_.size()};
  const ArticleVersion& version = given.version;
  const Stored stored{given.digest,      given.sequence,    version.number, version.said,
                      version.published, version.source_ns, version.record, version.source.size()};
  unwritten_.append(reinterpret_cast<const char*>(&stored), sizeof stored);
  unwritten_ += version.source;
  if (unwritten_.size() >= kMostUnwritten) flush();
}

}  // namespace newsindex
