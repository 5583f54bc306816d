// SPDX-License-Identifier: GPL-3.0-or-later
// Computes the scores of matching articles, from what the matcher has read.
#pragma once

#include "query/search/local/matcher.h"
#include "query/search/local/score_sums.h"
#include "query/search/plan.h"
#include "query/search/segment_search.h"

namespace newsindex {

class Scorer {
 public:
  // The arguments must outlive it. REQUIRES: the query of the plan was matched, and then each
  // preference among its matches.
  Scorer(const Plan& plan, Matcher& matcher, const Statistics& all)
      : plan_(plan), matcher_(matcher), all_(all) {}

  // False when all scores are 0: the plan only filters.
  bool scores() const;

  // Adds all scores to the sums of matching articles; add_part and add_recency add one part only.
  void add_all(ScoreSums& sums) const;
  void add_part(Part part, ScoreSums& sums) const;
  void add_recency(ScoreSums& sums) const;

 private:
  // If `within` is not null, only articles in it get the clause's score.
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

// The time in a value of the order column: seconds since 1970; empty for undated articles.
std::optional<std::int64_t> seconds_of_column_order(std::uint64_t order);

}  // namespace newsindex
