// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/guarded_query.h"

namespace newsindex {

GuardedQuery::GuardedQuery(const OpenSegment& segment, const Plan& plan, const Deadline& deadline,
                           const BearersTable* bearers)
    : segment_(segment),
      query_(on_segment(segment, [&] { return LocalQuery(segment, plan, deadline, bearers); })) {}

std::uint64_t GuardedQuery::work() {
  return on_segment(segment_, [&] { return query_.work(); });
}

Statistics GuardedQuery::statistics() {
  return on_segment(segment_, [&] { return query_.statistics(); });
}

std::uint64_t GuardedQuery::count() {
  return on_segment(segment_, [&] { return query_.count(); });
}

Matches GuardedQuery::first_matches(const Statistics& all, const Wanted& wanted) {
  return on_segment(segment_, [&] { return query_.first_matches(all, wanted); });
}

std::vector<Placement> GuardedQuery::placement(const Statistics& all,
                                               std::span<const ArticleNumber> numbers) {
  return on_segment(segment_, [&] { return query_.placement(all, numbers); });
}

std::vector<StoryHead> GuardedQuery::story_heads() {
  return on_segment(segment_, [&] { return query_.story_heads(); });
}

void GuardedQuery::keep_of_stories(std::span<const ArticleNumber> numbers) {
  on_segment(segment_, [&] { query_.keep_of_stories(numbers); });
}

FieldCounts GuardedQuery::count_values(const Field& field) {
  return on_segment(segment_, [&] { return query_.count_values(field); });
}

BarCounts GuardedQuery::count_bars(Step step) {
  return on_segment(segment_, [&] { return query_.count_bars(step); });
}

std::vector<BarCounts> GuardedQuery::count_bars(Step step, const FieldKeys& split) {
  return on_segment(segment_, [&] { return query_.count_bars(step, split); });
}

std::vector<std::uint64_t> GuardedQuery::count_pairs(const FieldKeys& rows,
                                                     const FieldKeys& columns) {
  return on_segment(segment_, [&] { return query_.count_pairs(rows, columns); });
}

Extent GuardedQuery::extent() {
  return on_segment(segment_, [&] { return query_.extent(); });
}

}  // namespace newsindex
