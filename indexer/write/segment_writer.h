// SPDX-License-Identifier: GPL-3.0-or-later
// New articles in, new segments out: sorted by date, built as many small databases on all threads,
// joined into a few segments.
#pragma once

#include <deque>
#include <filesystem>
#include <vector>

#include "indexer/write/staged_database.h"
#include "indexer/write/worker_pool.h"
#include "schema/archive/manifest.h"

namespace newsindex {

class SegmentWriter {
 public:
  SegmentWriter(std::filesystem::path archive, Staging& staging, WorkerPool& pool);
  ~SegmentWriter();
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

  // Begins to build databases of these articles. May be called again while they are built.
  void add(std::vector<NewArticle> articles);

  // Waits, and joins what was built into larger databases on disk, so that memory is free for more.
  void spill();

  // Waits, joins all that was built into segments and returns them, counted and on the disk, but
  // not published. The names come from the manifest's revision.
  std::vector<Segment> finish(const Manifest& manifest);

 private:
  struct Batch {
    std::vector<NewArticle> articles;
    StagedDatabase staged;
  };
  using Databases = std::vector<StagedDatabase>;

  void collect();
  void join_into(const Databases& parts, const std::filesystem::path& path, const TaskGroup& tasks);
  Databases join_on_disk(const Databases& databases, std::size_t most);
  Segment write_segment(const Databases& parts, const std::string& name, const TaskGroup& tasks);

  std::filesystem::path archive_;
  Staging& staging_;
  WorkerPool& pool_;
  std::vector<DocumentBuilder> builders_;  // one a thread
  std::deque<Batch> batches_;              // being built
  Databases built_;                        // by date
  TaskGroup building_;
};

// A segment begun by one run has about this many articles; a run makes at most kMostNewSegments.
inline constexpr std::uint64_t kSegmentArticles = 7'000;
inline constexpr std::uint64_t kMostNewSegments = 8;

}  // namespace newsindex
