// SPDX-License-Identifier: GPL-3.0-or-later
// Turns new articles into new segments: sorts them by date, builds many small databases on all
// threads, and joins these into a few segments. Joining starts while articles are still being
// added.
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

  // Starts building databases of these articles, and joining finished ones. Blocks while the pool
  // has too much work. Articles whose date is far from that of most others go into a separate
  // segment, so that they do not widen the date range of the others.
  void add(std::vector<NewArticle> articles);

  // Waits, and joins all databases into segments, by date. Nothing can be added afterwards.
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
  std::vector<DocumentBuilder> builders_;  // one per thread
  std::deque<Batch> batches_;              // being built
  Databases small_;                        // built
  Databases stragglers_;
  std::deque<StagedDatabase> early_;  // joined or being joined
  TaskGroup building_;
};

// The approximate number of articles in a new segment. One run makes at most kMostNewSegments, plus
// one for stragglers, unless the pool has more threads.
inline constexpr std::uint64_t kSegmentArticles = 70'000;
inline constexpr std::uint64_t kMostNewSegments = 12;

}  // namespace newsindex
