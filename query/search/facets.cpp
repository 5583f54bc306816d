// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/collection.h"
#include "query/search/planner.h"
#include "query/search/search.h"
#include "query/search/top_values.h"
#include "schema/fields.h"

namespace newsindex {
namespace {

std::vector<std::vector<std::uint64_t>> in_rows(const std::vector<std::uint64_t>& counts,
                                                std::size_t columns) {
  std::vector<std::vector<std::uint64_t>> rows;
  for (auto row = counts.begin(); row != counts.end(); row += static_cast<std::ptrdiff_t>(columns))
    rows.emplace_back(row, row + static_cast<std::ptrdiff_t>(columns));
  return rows;
}

// The number of articles in each part of a field. Counted in pairs without keys, because an article
// can have several values of the other field.
std::vector<std::uint64_t> totals_of(CollectionQuery& query, const FieldKeys& parts,
                                     const Field& other) {
  const auto pairs = query.count_pairs(parts, FieldKeys{&other, {}});
  std::vector<std::uint64_t> totals;
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) totals.push_back(pairs[i] + pairs[i + 1]);
  return totals;
}

}  // namespace

FacetAnswer facets(Archive& archive, const FacetRequest& request) {
  const Collection collection(archive, days_required(request.query));
  const Plan plan = Planner(archive, collection, request.language).plan(request.query);
  CollectionQuery query(collection, plan);
  if (request.count_stories) query.keep_one_of_each_story();
  query.leave_out_doubtful(request.least_confidence);
  FacetAnswer answer{
      state_of(archive), request.query_text, query.count(), {}, request.count_stories};
  for (const std::string& name : request.by)
    answer.facets.push_back(top_values(query, field(name), request.limit).facet);
  return answer;
}

CrossAnswer cross_table(Archive& archive, const FacetRequest& request) {
  const Collection collection(archive, days_required(request.query));
  const Plan plan = Planner(archive, collection, request.language).plan(request.query);
  CollectionQuery query(collection, plan);
  if (request.count_stories) query.keep_one_of_each_story();
  query.leave_out_doubtful(request.least_confidence);
  TopValues rows = top_values(query, field(request.by.at(0)), request.limit);
  TopValues columns = top_values(query, field(request.by.at(1)), request.limit);
  const auto counts = query.count_pairs(rows.keys, columns.keys);
  return {state_of(archive),
          request.query_text,
          query.count(),
          std::move(rows.facet),
          std::move(columns.facet),
          in_rows(counts, columns.keys.parts()),
          totals_of(query, rows.keys, *columns.keys.field),
          totals_of(query, columns.keys, *rows.keys.field),
          request.count_stories};
}

}  // namespace newsindex
