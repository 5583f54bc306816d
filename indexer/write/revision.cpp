// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/revision.h"

#include <algorithm>
#include <thread>

#include "indexer/write/publish.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// Shares of the memory that a run may use.
constexpr std::uint64_t kChunkShare = 8;    // an eighth for the articles read at a time
constexpr std::uint64_t kStagingShare = 2;  // half for databases being built in memory

constexpr std::size_t kMostWaiting = 16;

std::size_t thread_count(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

Manifest open_tidy(const fs::path& archive) {
  Manifest manifest = open_or_create(archive);
  tidy(archive, manifest);
  return manifest;
}

Revision::Revision(const fs::path& archive, const RunLimits& limits)
    : archive_(archive),
      chunk_bytes_(limits.memory_bytes / kChunkShare),
      lock_(archive, limits.lock_timeout),
      manifest_(open_tidy(archive)),
      staging_(archive, "/dev/shm", limits.memory_bytes / kStagingShare),
      pool_(thread_count(limits.threads), kMostWaiting),
      writer_(archive, staging_, pool_) {}

Revision::~Revision() { discard_unpublished(archive_); }

void Revision::replace(const std::vector<Copy>& copies) {
  replaced_.insert(replaced_.end(), copies.begin(), copies.end());
}

bool Revision::finish() {
  segments_ = writer_.finish(manifest_);
  return !segments_.empty();
}

void Revision::publish(const std::function<bool()>& on_published) {
  hide(manifest_, replaced_);
  manifest_.segments.insert(manifest_.segments.end(), segments_.begin(), segments_.end());
  newsindex::publish(archive_, manifest_);
  // From here on the new articles are in the archive; a crash leaves work for the next run's tidy.
  delete_hidden(archive_, manifest_);
  if (on_published()) merge_segments(archive_, manifest_, kMostSegments);
}

}  // namespace newsindex
