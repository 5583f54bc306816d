// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/revision.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "indexer/write/merge.h"
#include "indexer/write/retire.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// Shares of the memory that a run may use.
constexpr std::uint64_t kChunkShare = 16;   // for the articles read at a time
constexpr std::uint64_t kStagingShare = 2;  // for databases being built in memory

constexpr std::size_t kMostWaiting = 16;

std::size_t thread_count(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

Manifest open_tidy(const fs::path& archive) {
  Manifest manifest = open_or_create(archive);
  remove_retired(archive, manifest);
  return manifest;
}

}  // namespace

Revision::Revision(const fs::path& archive, const RunLimits& limits)
    : Revision(archive, limits, [&archive] { return open_tidy(archive); }) {}

Revision::Revision(const fs::path& archive, const RunLimits& limits,
                   const std::function<Manifest()>& read)
    : archive_(archive),
      chunk_bytes_(limits.memory_bytes / kChunkShare),
      lock_(archive, limits.lock_timeout),
      manifest_(read()),
      staging_(archive, "/dev/shm", limits.memory_bytes / kStagingShare),
      pool_(thread_count(limits.threads), kMostWaiting),
      writer_(staging_, pool_) {
  make_readers_file(archive_);
  for (const Segment& segment : manifest_.segments)
    before_.push_back(std::make_unique<OpenSegment>(archive_, segment));
}

Revision::~Revision() { discard_unpublished(archive_); }

std::vector<const OpenSegment*> Revision::segments() const {
  std::vector<const OpenSegment*> segments;
  for (const auto& segment : before_) segments.push_back(segment.get());
  return segments;
}

void Revision::mark_damaged() {
  for (std::size_t i = 0; i < before_.size(); ++i)
    manifest_.segments[i].damage = before_[i]->damage();
}

std::vector<LeftOut> Revision::left_out() {
  mark_damaged();
  std::vector<LeftOut> left_out;
  for (const Segment& segment : manifest_.segments)
    if (!segment.damage.empty()) left_out.push_back({segment.name, segment.damage});
  return left_out;
}

bool Revision::finish() {
  changes_.segments = writer_.finish();
  return !changes_.segments.empty() || !changes_.deleted.empty() || !changes_.replaced.empty();
}

void Revision::publish(const std::function<bool()>& on_published) {
  mark_damaged();
  before_.clear();
  newsindex::publish(archive_, manifest_, std::exchange(changes_, {}));
  if (on_published && !on_published()) return;
  const std::uint64_t published = manifest_.revision;
  const auto tell = [&](const Error& error) {
    return Error(error.code(), std::string(error.what()) +
                                   " (all articles are in the archive, published as revision " +
                                   std::to_string(published) +
                                   "; segments are merged by the next run)");
  };
  try {
    merge(kMostSegments, false);
  } catch (const Error& error) {
    throw tell(error);
  } catch (const Xapian::Error& error) {
    throw tell(describe(error, "archive '" + archive_.string() + "'"));
  }
}

void Revision::merge(std::size_t most_segments, bool all_deleted) {
  mark_damaged();
  before_.clear();
  merge_segments(archive_, manifest_, staging_, pool_, most_segments, all_deleted);
  remove_retired(archive_, manifest_);
}

}  // namespace newsindex
