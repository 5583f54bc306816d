// SPDX-License-Identifier: GPL-3.0-or-later
// The segments that a search looks at, and a plan on all of them: their statistics are summed up,
// their answers merged. Answers do not depend on how articles lie in segments, nor on threads.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "query/search/segment_search.h"
#include "schema/archive/archive.h"

namespace newsindex {

// How many threads look at segments beside each other, and from how many postings on: making one
// costs as much as reading thousands.
struct Threads {
  std::size_t most = 0;  // 0: as many as there are cores
  std::uint64_t least_work = 50'000;
};

// Not thread-safe.
class Collection {
 public:
  // The segments that can hold articles of these days (all when empty). The archive must outlive
  // it.
  explicit Collection(Archive& archive, const std::optional<DayRange>& days = {},
                      Threads threads = {});

  std::size_t size() const { return segments_.size(); }
  const SegmentSearch& operator[](std::size_t segment) const { return *segments_[segment]; }
  const Threads& threads() const { return threads_; }
  const Deadline& deadline() const { return deadline_; }

  // Whom short names mean. What segments tell of terms is as they were written; articles and counts
  // have the whole names.
  const Bearers& bearers() const { return bearers_.get(); }

  // Articles that are not deleted.
  std::uint64_t articles() const;

  // As of a segment, one segment after the other: a term can come several times. None comes once
  // the deadline has passed.
  void for_each_term(std::string_view prefix, const SegmentSearch::TermUse& use) const;
  bool has_term(std::string_view prefix) const;

 private:
  const BearersTable& bearers_;
  std::vector<std::unique_ptr<SegmentSearch>> segments_;
  Threads threads_;
  const Deadline& deadline_;
};

// A match and the segment that it lies in.
struct Found {
  ScoredMatch match;
  std::size_t segment = 0;
};

struct FirstFound {
  std::uint64_t total = 0;  // matches, or stories where one of a story is wanted
  std::vector<Found> found;
  std::vector<StoryCount> stories;  // by number, where one of a story is wanted
};

// Not thread-safe; one a plan. Uses threads where there is enough to do.
class CollectionQuery {
 public:
  // Both must outlive it.
  CollectionQuery(const Collection& collection, const Plan& plan);

  std::uint64_t count();
  Statistics statistics();

  // Ranked by relevance, the best of them (kLookedAtForPlacement) are looked at for where words
  // stand.
  FirstFound first_matches(const Wanted& wanted);

  // By the scores of clauses alone: nobody looks at where words stand.
  FirstFound first_by_clauses(const Wanted& wanted);

  // From here on, of each story only the earliest match counts.
  void keep_one_of_each_story();

  // From here on, names of entities of which an article is less sure (0 to 100) do not count.
  void leave_out_doubtful(int least_confidence);

  // The answers of each segment.
  std::vector<FieldCounts> count_values(const Field& field);
  std::vector<Extent> extents();

  BarCounts count_bars(Step step);
  std::vector<BarCounts> count_bars(Step step, const FieldKeys& split);
  std::vector<std::uint64_t> count_pairs(const FieldKeys& rows, const FieldKeys& columns);

 private:
  // Calls use(i) for each segment.
  void for_each(const std::function<void(std::size_t)>& use);
  FirstFound merged(const Statistics& all, const Wanted& wanted);
  FirstFound with_placement(const Statistics& all, const Wanted& wanted);
  void add_placement(const Statistics& all, std::vector<Found>& found);
  void sort(std::vector<Found>& found, Sort sort) const;
  bool comes_before(const Found& a, const Found& b, Sort sort) const;

  const Collection& collection_;
  const Plan& plan_;
  std::vector<std::unique_ptr<SegmentQuery>> queries_;
  std::size_t threads_ = 1;
};

}  // namespace newsindex
