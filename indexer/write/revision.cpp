// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/revision.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "indexer/write/merge.h"
#include "indexer/write/retire.h"
#include "schema/archive/durable.h"
#include "schema/archive/failure.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// Fractions (1/N) of the memory that a run may use.
constexpr std::uint64_t kChunkShare = 16;   // articles read at a time
constexpr std::uint64_t kStagingShare = 2;  // databases being built in memory

constexpr std::size_t kMostTasksWaiting = 16;

std::size_t thread_count(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

std::string published_sentence(const Manifest& manifest) {
  return "what this run did is in the archive, published as revision " +
         std::to_string(manifest.revision) + "; segments are merged by the next run";
}

Manifest open_tidy(const fs::path& archive) {
  Manifest manifest = open_or_create(archive);
  // A killed run may have published this revision without syncing it. After a power loss now, the
  // previous revision would come back and need the retired files: so sync first.
  sync_to_disk(archive);
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
      stop_(limits.stop),
      lock_(limits.lock ? limits.lock
                        : std::make_shared<const ArchiveLock>(archive, limits.lock_timeout, stop_)),
      manifest_(read()),
      exit_action_(stop_, [this](ExitCode, const std::string&) { discard_unpublished(archive_); }),
      staging_(archive, "/dev/shm", limits.memory_bytes / kStagingShare, stop_),
      pool_(thread_count(limits.threads), kMostTasksWaiting),
      writer_(staging_, pool_) {
  if (stop_ != nullptr) {
    stop_->set_outcome(kArchiveAsItWas);
    pool_.call_while_waiting([this] { stop_->check(); });
  }
  make_readers_file(archive_);
  for (const Segment& segment : manifest_.segments)
    before_.push_back(std::make_unique<OpenSegment>(archive_, segment));
}

Revision::~Revision() {
  const auto held = exit_action_.take_over();
  discard_unpublished(archive_);
}

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

void Revision::make_public(Changes changes) {
  const auto held = hold(stop_);
  newsindex::publish(archive_, manifest_, std::move(changes));
  set_outcome(stop_, published_sentence(manifest_));
}

void Revision::publish(const std::function<bool()>& on_published) {
  mark_damaged();
  before_.clear();
  make_public(std::exchange(changes_, {}));
  const std::string published = published_sentence(manifest_);
  const auto tell = [&published](const Error& error) {
    const bool interrupted = error.code() == ExitCode::interrupted;
    return Unmerged(error.code(),
                    (interrupted ? "interrupted" : std::string(error.what())) + "; " + published);
  };
  try {
    const bool goes_on = !on_published || on_published();
    check(stop_);
    if (!goes_on) return;
    merge(kMostSegments, false);
  } catch (...) {
    throw tell(error_of_exception("archive '" + archive_.string() + "'"));
  }
}

void Revision::merge(std::size_t most_segments, bool all_deleted) {
  mark_damaged();
  before_.clear();
  Changes changes =
      merge_segments(archive_, manifest_, staging_, pool_, most_segments, all_deleted);
  if (!changes.segments.empty()) make_public(std::move(changes));
  remove_retired(archive_, manifest_);
}

}  // namespace newsindex
