// SPDX-License-Identifier: GPL-3.0-or-later
// The scores of articles that match, from what the matcher has read.
#pragma once

#include "query/search/local/matcher.h"
#include "query/search/local/score_sums.h"
#include "query/search/plan.h"
#include "query/search/segment_search.h"

namespace newsindex {

class Scorer {
 public:
  // What it is given must outlive it. REQUIRES: the query of the plan was matched, and each
  // preference among its matches.
  Scorer(const Plan& plan, Matcher& matcher, const Statistics& all)
      : plan_(plan), matcher_(matcher), all_(all) {}

  // False when all scores are 0: the plan only filters.
  bool scores() const;

  // Adds all scores to the sums of articles that match; or only those of one part.
  void add_all(ScoreSums& sums) const;
  void add_part(Part part, ScoreSums& sums) const;
  void add_recency(ScoreSums& sums) const;

 private:
  // Only articles in `within` get the clause's score, where it is not null.
  void add(const Clause& clause, const DocidSpan* within, const Part* only, ScoreSums& sums) const;
  void add_groups(const Clause& clause, const DocidSpan* within, ScoreSums& sums) const;
  void add_levels(const Clause& clause, const DocidSpan* within, ScoreSums& sums) const;
  void add_any(const Clause& clause, const DocidSpan* within, const Part* only,
               ScoreSums& sums) const;
  void add_clauses(const Part* only, ScoreSums& sums) const;

  const Plan& plan_;
  Matcher& matcher_;
  const Statistics& all_;
};

// The time in a column of order: seconds since 1970; empty of undated articles.
std::optional<std::int64_t> seconds_of_column_order(std::uint64_t order);

}  // namespace newsindex
