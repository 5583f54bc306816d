// SPDX-License-Identifier: GPL-3.0-or-later
// The next revision of an archive, from the lock to the rename: article versions in, segments
// built, all published in one step. What is not published leaves the archive as it was.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "indexer/write/known_articles.h"
#include "indexer/write/lock.h"
#include "indexer/write/publish.h"
#include "indexer/write/segment_writer.h"
#include "indexer/write/staging.h"
#include "indexer/write/stop_request.h"
#include "indexer/write/worker_pool.h"
#include "schema/archive/manifest.h"
#include "schema/error.h"

namespace newsindex {

// What a run may use.
struct RunLimits {
  unsigned threads = 0;                     // 0: as many as the machine has cores
  std::uint64_t memory_bytes = 512u << 20;  // for articles and databases that are being built
  std::chrono::seconds lock_timeout{10};
  StopRequest* stop = nullptr;  // nullptr: nobody asks for the end
  // Of the archive, taken already; nullptr: a revision takes it for itself.
  std::shared_ptr<const ArchiveLock> lock{};
};

// Everything was published, but segments could not be merged.
class Unmerged : public Error {
 public:
  using Error::Error;
};

class Revision {
 public:
  // Locks the archive, makes it when there is none, and clears what killed runs left. Throws Error.
  Revision(const std::filesystem::path& archive, const RunLimits& limits);

  // The same with another manifest to begin with, read once the archive is locked; nothing is
  // cleared.
  Revision(const std::filesystem::path& archive, const RunLimits& limits,
           const std::function<Manifest()>& read);

  // Removes what was written and not published.
  ~Revision();
  Revision(const Revision&) = delete;
  Revision& operator=(const Revision&) = delete;

  Manifest& manifest() { return manifest_; }
  const Manifest& manifest() const { return manifest_; }
  WorkerPool& pool() { return pool_; }

  // The segments of the revision before, in the order of the manifest, damaged ones too. Valid
  // until publish.
  std::vector<const OpenSegment*> segments() const;

  // The damaged ones, which are neither read nor written nor merged. What is published marks them.
  std::vector<LeftOut> left_out();

  // A folder for what does not fit into memory; it goes with the run.
  std::filesystem::path folder_on_disk() { return staging_.place_on_disk().path; }

  // Bytes of articles that should be added at a time.
  std::uint64_t chunk_bytes() const { return chunk_bytes_; }

  // Begins to write new versions.
  void add(std::vector<NewArticle> articles) { writer_.add(std::move(articles)); }

  // A copy that a new version replaces, or that is removed.
  void remove(const Copy& copy) { changes_.deleted.push_back(copy); }

  // A version that was added and is no longer the newest.
  void supersede(std::uint64_t sequence) { changes_.superseded.push_back(sequence); }

  // A segment of which all articles were added again.
  void replace_segment(const std::string& name) { changes_.replaced.push_back(name); }

  // Waits for the segments; false when there is nothing to publish.
  bool finish();

  // Publishes what was finished, then merges segments; `on_published` is called between, and leaves
  // the merging to the next run by a no. Throws Unmerged when something is wrong after publication.
  void publish(const std::function<bool()>& on_published);

  // Merges (see merge_segments) and publishes.
  void merge(std::size_t most_segments, bool all_deleted);

 private:
  void mark_damaged();
  void make_public(Changes changes);

  std::filesystem::path archive_;
  std::uint64_t chunk_bytes_;
  StopRequest* stop_;
  std::shared_ptr<const ArchiveLock> lock_;
  Manifest manifest_;
  AtLeaving at_leaving_;
  std::vector<std::unique_ptr<OpenSegment>> before_;
  Staging staging_;
  WorkerPool pool_;
  SegmentWriter writer_;
  Changes changes_;
};

}  // namespace newsindex
