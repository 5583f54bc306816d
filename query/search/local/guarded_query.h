// SPDX-License-Identifier: GPL-3.0-or-later
// A plan on a segment. Damage of the segment is reported as such: see on_segment in
// schema/archive/archive.h.
#pragma once

#include "query/search/local/local_query.h"

namespace newsindex {

class GuardedQuery : public SegmentQuery {
 public:
  // The same as for LocalQuery.
  GuardedQuery(const OpenSegment& segment, const Plan& plan, const Deadline& deadline,
               const BearersTable* bearers = nullptr);

  std::uint64_t work() override;
  Statistics statistics() override;
  std::uint64_t count() override;
  Matches first_matches(const Statistics& all, const Wanted& wanted) override;
  std::vector<Placement> placement(const Statistics& all,
                                   std::span<const ArticleNumber> numbers) override;
  std::vector<StoryHead> story_heads() override;
  void keep_of_stories(std::span<const ArticleNumber> numbers) override;
  void leave_out_doubtful(int least_confidence) override {
    query_.leave_out_doubtful(least_confidence);
  }
  FieldCounts count_values(const Field& field) override;
  BarCounts count_bars(Step step) override;
  std::vector<BarCounts> count_bars(Step step, const FieldKeys& split) override;
  std::vector<std::uint64_t> count_pairs(const FieldKeys& rows, const FieldKeys& columns) override;
  Extent extent() override;

 private:
  const OpenSegment& segment_;
  LocalQuery query_;
};

}  // namespace newsindex
