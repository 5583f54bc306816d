// SPDX-License-Identifier: GPL-3.0-or-later
// New articles in, new segments out: sorted by date, built as many small databases on all threads,
// joined into a few segments. Joining goes on while more articles come.
#pragma once

#include <atomic>
#include <deque>
#include <vector>

#include "indexer/write/finished_segment.h"
#include "indexer/write/staged_database.h"
#include "indexer/write/worker_pool.h"

namespace newsindex {

class SegmentWriter {
 public:
  SegmentWriter(Staging& staging, WorkerPool& pool);
  ~SegmentWriter();
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

  // Begins to build databases of these articles, and to join some that are built. Blocks while the
  // pool has too much to do. An article whose date is far from those of most of them goes into a
  // segment of its own kind, so that it does not widen the days of the others.
  void add(std::vector<NewArticle> articles);

  // Waits, and joins all that was built into segments, by date. Nothing can be added afterwards.
  std::vector<FinishedSegment> finish();

 private:
  struct Batch {
    std::vector<NewArticle> articles;
    StagedDatabase staged;
    bool is_straggler = false;
    std::atomic<bool> is_built = false;
  };
  using Databases = std::vector<StagedDatabase>;

  void build(std::vector<NewArticle> articles, bool are_stragglers);
  void take_built();
  void join_early();
  StagedDatabase join(const Databases& parts, const TaskGroup& tasks);
  Databases join_each(const std::vector<Databases>& runs);
  Databases joined_to_few(Databases parts);
  std::vector<Databases> cut_into_segments();

  Staging& staging_;
  WorkerPool& pool_;
  std::vector<DocumentBuilder> builders_;  // one a thread
  std::deque<Batch> batches_;              // being built
  Databases small_;                        // built
  Databases stragglers_;
  std::deque<StagedDatabase> early_;  // joined, or being joined
  TaskGroup building_;
};

// A segment begun by one run has about this many articles; a run makes at most kMostNewSegments.
inline constexpr std::uint64_t kSegmentArticles = 70'000;
inline constexpr std::uint64_t kMostNewSegments = 12;

}  // namespace newsindex
