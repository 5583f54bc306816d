// SPDX-License-Identifier: GPL-3.0-or-later
// The next revision of an archive, from the lock to the rename: article versions in, segments
// built, all published in one step. What is not published leaves the archive as it was.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/write/known_articles.h"
#include "indexer/write/lock.h"
#include "indexer/write/segment_writer.h"
#include "indexer/write/staging.h"
#include "indexer/write/worker_pool.h"
#include "schema/archive/manifest.h"

namespace newsindex {

// What a run may use.
struct RunLimits {
  unsigned threads = 0;                     // 0: as many as the machine has cores
  std::uint64_t memory_bytes = 512u << 20;  // for articles and databases that are being built
  std::chrono::seconds lock_timeout{10};
};

class Revision {
 public:
  // Locks the archive, makes it when there is none, and clears what killed runs left. Throws Error.
  Revision(const std::filesystem::path& archive, const RunLimits& limits);

  // Removes what was written and not published.
  ~Revision();
  Revision(const Revision&) = delete;
  Revision& operator=(const Revision&) = delete;

  Manifest& manifest() { return manifest_; }
  const Manifest& manifest() const { return manifest_; }
  WorkerPool& pool() { return pool_; }

  // Bytes of articles after which `spill` should be called.
  std::uint64_t chunk_bytes() const { return chunk_bytes_; }

  // Begins to write new versions.
  void add(std::vector<NewArticle> articles) { writer_.add(std::move(articles)); }

  // Copies that new versions replace.
  void replace(const std::vector<Copy>& copies);

  // Waits, and frees memory for more.
  void spill() { writer_.spill(); }

  // Waits for the segments; false when there is nothing to publish.
  bool finish();

  // Publishes what was finished, then deletes the replaced copies and merges segments;
  // `on_published` is called between, and leaves the merging to the next run by a no.
  void publish(const std::function<bool()>& on_published);

 private:
  std::filesystem::path archive_;
  std::uint64_t chunk_bytes_;
  ArchiveLock lock_;
  Manifest manifest_;
  Staging staging_;
  WorkerPool pool_;
  SegmentWriter writer_;
  std::vector<Copy> replaced_;
  std::vector<Segment> segments_;
};

// The manifest of a locked archive after clearing what killed runs left.
Manifest open_tidy(const std::filesystem::path& archive);

}  // namespace newsindex
