// SPDX-License-Identifier: GPL-3.0-or-later
// A plan on a segment of this machine. Matches are found once, when they are first needed.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "query/search/local/matcher.h"
#include "query/search/local/score_sums.h"
#include "query/search/local/scorer.h"
#include "query/search/segment_search.h"

namespace newsindex {

class LocalQuery : public SegmentQuery {
 public:
  // All arguments must outlive it. Without bearers, short names are not replaced by whole names.
  LocalQuery(const OpenSegment& segment, const Plan& plan, const Deadline& deadline,
             const BearersTable* bearers = nullptr);

  std::uint64_t work() override { return matcher_.work(plan_.query); }
  Statistics statistics() override;
  std::uint64_t count() override;
  Matches first_matches(const Statistics& all, const Wanted& wanted) override;
  std::vector<Placement> placement(const Statistics& all,
                                   std::span<const ArticleNumber> numbers) override;
  std::vector<StoryHead> story_heads() override;
  void keep_of_stories(std::span<const ArticleNumber> numbers) override;
  void leave_out_doubtful(int least_confidence) override { least_confidence_ = least_confidence; }
  FieldCounts count_values(const Field& field) override;
  BarCounts count_bars(Step step) override;
  std::vector<BarCounts> count_bars(Step step, const FieldKeys& split) override;
  std::vector<std::uint64_t> count_pairs(const FieldKeys& rows, const FieldKeys& columns) override;
  Extent extent() override;

 private:
  struct Ranked {
    double score = 0;
    Docid docid = 0;
  };

  // All matches that are not deleted.
  DocidSpan matched();
  void match_preferences(DocidSpan docids);
  void add_statistics(const Clause& clause, Statistics& statistics);
  std::vector<Ranked> rank(const ScoreSums* sums, const Wanted& wanted);
  std::vector<Ranked> rank_stories(const ScoreSums* sums, const Wanted& wanted);
  void score_dated(const Scorer& scorer, std::vector<Ranked>& ranked);
  void explain(const Scorer& scorer, std::vector<ScoredMatch>& matches);
  void name_stories(std::vector<ScoredMatch>& matches);
  void count_stories(Matches& matches);
  bool comes_before(const Ranked& a, const Ranked& b, Sort sort);
  std::uint64_t order(Docid docid);

  const OpenSegment& segment_;
  const Plan& plan_;
  const Deadline& deadline_;
  const BearersTable* bearers_;
  Matcher matcher_;
  std::optional<DocidSpan> matched_;
  int least_confidence_ = 0;               // of entity names that count
  std::span<const std::uint64_t> orders_;  // the column, read when equal scores need it
  DocidList living_;                       // matched_ points to it if matches had to be removed
};

}  // namespace newsindex
