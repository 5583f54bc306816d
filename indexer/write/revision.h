// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the next revision of an archive, from the lock to the rename: takes article versions,
// builds segments, and publishes all of them in one step. Until then the archive stays as it was.
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

// The resources of a run, and how it can be stopped.
struct RunLimits {
  unsigned threads = 0;                     // 0: as many as the machine has cores
  std::uint64_t memory_bytes = 512u << 20;  // for articles and databases that are being built
  std::chrono::seconds lock_timeout{10};
  StopRequest* stop = nullptr;  // nullptr: the run is never stopped
  // The archive's lock, if the caller holds it already; nullptr: the revision takes the lock.
  std::shared_ptr<const ArchiveLock> lock{};
};

// Thrown if everything was published, but the segments could not be merged.
class Unmerged : public Error {
 public:
  using Error::Error;
};

class Revision {
 public:
  // Locks the archive, creates it if there is none, and removes what killed runs left. Throws
  // Error.
  Revision(const std::filesystem::path& archive, const RunLimits& limits);

  // The same with a different first manifest, which `read` returns after the archive is locked.
  // Leftovers of killed runs are not removed.
  Revision(const std::filesystem::path& archive, const RunLimits& limits,
           const std::function<Manifest()>& read);

  // Removes what was written but not published.
  ~Revision();
  Revision(const Revision&) = delete;
  Revision& operator=(const Revision&) = delete;

  Manifest& manifest() { return manifest_; }
  const Manifest& manifest() const { return manifest_; }
  WorkerPool& pool() { return pool_; }

  // The segments of the previous revision, in the order of the manifest, including damaged ones.
  // Valid until publish.
  std::vector<const OpenSegment*> segments() const;

  // The damaged segments, which are not read, written or merged. The next manifest marks them.
  std::vector<LeftOut> left_out();

  // A folder for data that does not fit into memory; removed when the run ends.
  std::filesystem::path folder_on_disk() { return staging_.place_on_disk().path; }

  // How many bytes of articles to pass to one call of add.
  std::uint64_t chunk_bytes() const { return chunk_bytes_; }

  // Starts writing new article versions.
  void add(std::vector<NewArticle> articles) { writer_.add(std::move(articles)); }

  // Deletes a copy that is replaced by a new version, or removed.
  void remove(const Copy& copy) { changes_.deleted.push_back(copy); }

  // Marks a version passed to add as no longer the newest.
  void supersede(std::uint64_t sequence) { changes_.superseded.push_back(sequence); }

  // Drops a segment of which all articles were added again.
  void replace_segment(const std::string& name) { changes_.replaced.push_back(name); }

  // Waits for the segments; returns false if there is nothing to publish.
  bool finish();

  // Publishes what was finished, then merges segments. `on_published` is called in between; if it
  // returns false, merging is left to the next run. Throws Unmerged if something fails after
  // publication.
  void publish(const std::function<bool()>& on_published);

  // Merges segments (see merge_segments) and publishes the result.
  void merge(std::size_t most_segments, bool all_deleted);

 private:
  void mark_damaged();
  void make_public(Changes changes);

  std::filesystem::path archive_;
  std::uint64_t chunk_bytes_;
  StopRequest* stop_;
  std::shared_ptr<const ArchiveLock> lock_;
  Manifest manifest_;
  ExitAction exit_action_;
  std::vector<std::unique_ptr<OpenSegment>> before_;
  Staging staging_;
  WorkerPool pool_;
  SegmentWriter writer_;
  Changes changes_;
};

}  // namespace newsindex
