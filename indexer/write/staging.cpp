// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/staging.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "schema/archive/durable.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolderPrefix = "newsindex-";
constexpr std::string_view kRandomPart = "XXXXXX";
constexpr const char* kMarkerName = "newsindex-staging";
constexpr std::string_view kMarkerText = "newsindex staging 1: what a run builds; may be removed\n";

// True if name and owner show that a run of this user may have made the folder.
bool may_be_staging(const fs::path& folder) {
  struct stat status {};
  const std::string name = folder.filename().string();
  return name.starts_with(kFolderPrefix) &&
         name.size() == kFolderPrefix.size() + kRandomPart.size() &&
         ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
         status.st_uid == ::geteuid();
}

std::string text_of(int marker) {
  std::string text(kMarkerText.size() + 1, '\0');
  const ssize_t size = ::pread(marker, text.data(), text.size(), 0);
  text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return text;
}

// True for an incomplete marker, as a power loss leaves it: bytes are missing or zero.
bool is_begun(std::string_view text) {
  return text.size() <= kMarkerText.size() && text.find_first_not_of('\0') == text.npos;
}

bool holds_only_marker(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; entry != end; entry.increment(error))
    if (entry->path().filename() != kMarkerName) return false;
  return !error;
}

// Locks and returns the marker of a folder whose run is gone; -1 for any other folder.
int take_abandoned(const fs::path& folder, StagingParent parent) {
  if (!may_be_staging(folder)) return -1;
  const bool may_be_begun = parent == StagingParent::locked && holds_only_marker(folder);
  const int flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | (may_be_begun ? O_CREAT : 0);
  const int marker = ::open((folder / kMarkerName).c_str(), flags, 0600);
  if (marker < 0) return -1;
  if (::flock(marker, LOCK_EX | LOCK_NB) == 0) {
    const std::string text = text_of(marker);
    if (text == kMarkerText || (may_be_begun && is_begun(text))) return marker;
  }
  ::close(marker);
  return -1;
}

void try_to_sync(const fs::path& folder) {
  try {
    sync_to_disk(folder);
  } catch (const Error&) {  // the folder is removed anyway
  }
}

// Removes the marker last, after a sync: so a folder that was only partly removed can still be
// identified, even after a power loss.
void remove_staging(const fs::path& folder) {
  std::error_code ignored;
  for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored))
    if (entry->path().filename() != kMarkerName) fs::remove_all(entry->path(), ignored);
  try_to_sync(folder);
  fs::remove(folder / kMarkerName, ignored);
  fs::remove(folder, ignored);
}

// The same while other threads may still write into the folder.
void remove_in_use(const fs::path& folder) {
  constexpr int kTries = 20;
  constexpr std::chrono::milliseconds kPause{5};
  std::error_code ignored;
  for (int i = 0; i < kTries && fs::exists(folder, ignored); ++i) {
    if (i > 0) std::this_thread::sleep_for(kPause);
    remove_staging(folder);
  }
}

void remove_abandoned(const fs::path& folder, StagingParent parent) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const int marker = take_abandoned(entry.path(), parent);
    if (marker < 0) continue;
    remove_staging(entry.path());
    ::close(marker);
  }
}

// The marker is locked before its text is written, so that nobody takes a new folder for an
// abandoned one. It is synced before anything else is put into the folder.
int make_marker(const fs::path& folder) {
  const std::string path = (folder / kMarkerName).string();
  const int marker = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (marker >= 0 && ::flock(marker, LOCK_EX) == 0 &&
      ::write(marker, kMarkerText.data(), kMarkerText.size()) ==
          static_cast<ssize_t>(kMarkerText.size()) &&
      ::fsync(marker) == 0) {
    sync_to_disk(folder);
    return marker;
  }
  const std::string reason = std::strerror(errno);
  if (marker >= 0) ::close(marker);
  remove_staging(folder);
  throw Error(ExitCode::cannot_create, "cannot create '" + path + "': " + reason);
}

std::uint64_t free_bytes(const fs::path& folder) {
  struct statvfs facts {};
  if (folder.empty() || ::statvfs(folder.c_str(), &facts) != 0) return 0;
  return std::uint64_t{facts.f_bavail} * facts.f_frsize;
}

}  // namespace

StagingFolder::StagingFolder(const fs::path& parent, StagingParent kind, StopRequest* stop)
    : exit_action_(stop, [this](ExitCode, const std::string&) { remove_in_use(path_); }) {
  remove_abandoned(parent, kind);
  const auto held = hold(stop);
  std::string name = (parent / kFolderPrefix).string().append(kRandomPart);
  if (::mkdtemp(name.data()) == nullptr)
    throw Error(ExitCode::cannot_create,
                "cannot create a folder in '" + parent.string() + "': " + std::strerror(errno));
  path_ = name;
  marker_ = make_marker(path_);
}

StagingFolder::~StagingFolder() {
  const auto held = exit_action_.take_over();
  remove_staging(path_);
  ::close(marker_);
}

Staging::Staging(const fs::path& archive, fs::path memory, std::uint64_t memory_bytes,
                 StopRequest* stop)
    : disk_(archive, StagingParent::locked, stop) {
  const std::uint64_t room = std::min(memory_bytes, free_bytes(memory) / 4 * 3);
  constexpr std::uint64_t kLeastUse = 8u << 20;
  if (room < kLeastUse || ::access(memory.c_str(), W_OK) != 0) return;
  memory_ = std::make_unique<StagingFolder>(memory, StagingParent::shared, stop);
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
  // Files that vanish meanwhile are not counted.
  fs::recursive_directory_iterator entry(folder, ignored);
  for (; entry != fs::recursive_directory_iterator(); entry.increment(ignored)) {
    const std::uintmax_t size = entry->is_regular_file(ignored) ? entry->file_size(ignored) : 0;
    if (!ignored) bytes += size;
  }
  return bytes;
}

}  // namespace newsindex
