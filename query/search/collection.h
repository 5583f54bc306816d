// SPDX-License-Identifier: GPL-3.0-or-later
// The segments that a search looks at, and a plan that is run on all of them: statistics are added
// up and answers are merged. The answers do not depend on how the articles are spread over
// segments, nor on the number of threads.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "query/search/segment_search.h"
#include "schema/archive/archive.h"

namespace newsindex {

// How many threads work on segments in parallel, and the number of postings from which threads are
// used: starting a thread costs as much as reading thousands of postings.
struct Threads {
  std::size_t most = 0;  // 0: as many as there are cores
  std::uint64_t least_work = 50'000;
};

// Not thread-safe.
class Collection {
 public:
  // Holds the segments that can have articles of these days (all segments if `days` is empty). The
  // archive must outlive the collection.
  explicit Collection(Archive& archive, const std::optional<DayRange>& days = {},
                      Threads threads = {});

  std::size_t size() const { return segments_.size(); }
  const SegmentSearch& operator[](std::size_t segment) const { return *segments_[segment]; }
  const Threads& threads() const { return threads_; }
  const Deadline& deadline() const { return deadline_; }

  // The persons that short names stand for. SegmentSearch::for_each_term gives short names as they
  // are written; articles and counts have the whole names.
  const Bearers& bearers() const { return bearers_.get(); }

  // Articles that are not deleted.
  std::uint64_t articles() const;

  // Calls SegmentSearch::for_each_term for one segment after the other, so a term can come several
  // times. No more terms come once the deadline has passed.
  void for_each_term(std::string_view prefix, const SegmentSearch::TermUse& use) const;
  bool has_term(std::string_view prefix) const;

 private:
  const BearersTable& bearers_;
  std::vector<std::unique_ptr<SegmentSearch>> segments_;
  Threads threads_;
  const Deadline& deadline_;
};

// A match and its segment.
struct Found {
  ScoredMatch match;
  std::size_t segment = 0;
};

struct FirstFound {
  std::uint64_t total = 0;  // matches, or stories if one match of each story is wanted
  std::vector<Found> found;
  std::vector<StoryCount> stories;  // sorted by story; filled if one match of each story is wanted
};

// Runs one plan. Not thread-safe. Uses threads if there is enough work.
class CollectionQuery {
 public:
  // Both must outlive the query.
  CollectionQuery(const Collection& collection, const Plan& plan);

  std::uint64_t count();
  Statistics statistics();

  // When ranking by relevance, the best matches (kLookedAtForPlacement) also get a score for where
  // the words of the query stand in them.
  FirstFound first_matches(const Wanted& wanted);

  // Uses the scores of clauses alone: where words stand does not count.
  FirstFound first_by_clauses(const Wanted& wanted);

  // From this call on, only the earliest match of each story counts.
  void keep_one_of_each_story();

  // From this call on, an entity name whose confidence in an article (0 to 100) is lower does not
  // count for that article.
  void leave_out_doubtful(int least_confidence);

  // The answers of the segments, one for each.
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
