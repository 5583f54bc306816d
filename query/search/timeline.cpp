// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <utility>

#include "query/search/bars.h"
#include "query/search/bursts.h"
#include "query/search/collection.h"
#include "query/search/planner.h"
#include "query/search/search.h"
#include "query/search/top_values.h"

namespace newsindex {
namespace {

using SeriesKind = TimelineSeries::Kind;

// The counts of one query and, if it is split, of each value of a field.
struct Counted {
  std::uint64_t total = 0;
  BarCounts bars;
  BarCounts base;
  std::vector<std::pair<TimelineSeries, BarCounts>> parts;
};

std::uint64_t sum_of(const BarCounts& counts) {
  std::uint64_t sum = 0;
  for (const auto& [bar, articles] : counts) sum += articles;
  return sum;
}

std::uint64_t at(const BarCounts& counts, std::int64_t bar) {
  const auto found = counts.find(bar);
  return found == counts.end() ? 0 : found->second;
}

void split_up(Counted& counted, CollectionQuery& query, const TimelineRequest& request) {
  const TopValues top = top_values(query, field(request.split), request.limit);
  std::vector<BarCounts> parts = query.count_bars(request.step, top.keys);
  const std::size_t listed = top.facet.values.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i >= listed && parts[i].empty()) continue;
    TimelineSeries series{SeriesKind::value, "", "", sum_of(parts[i])};
    if (i < listed) {
      series.name = top.facet.values[i].name;
      series.id = top.facet.values[i].id;
    } else {
      series.kind = i == listed ? SeriesKind::others : SeriesKind::none;
      series.name = i == listed ? "(other)" : "(none)";
    }
    counted.parts.emplace_back(std::move(series), std::move(parts[i]));
  }
}

// All articles in scope on the days that the query asks for.
Node base_of(const Node& query, const TimelineRequest& request) {
  Node dates;
  dates.kind = Node::Kind::dates;
  const auto days = days_required(query);
  if (!days) return request.scope;
  dates.days = *days;
  if (request.scope.kind == Node::Kind::all) return dates;
  Node both;
  both.kind = Node::Kind::all_of;
  both.children = {request.scope, dates};
  return both;
}

Counted count_all(Archive& archive, const Node& node, const TimelineRequest& request,
                  bool is_split) {
  const Collection collection(archive, days_required(node));
  const Plan plan = Planner(archive, collection, request.language).plan(node);
  CollectionQuery query(collection, plan);
  if (request.count_stories) query.keep_one_of_each_story();
  Counted counted{query.count(), query.count_bars(request.step), {}, {}};
  if (is_split) split_up(counted, query, request);
  return counted;
}

Counted count_one(Archive& archive, const Node& node, const TimelineRequest& request,
                  bool is_split) {
  Counted counted = count_all(archive, node, request, is_split);
  if (request.share || request.bursts)
    counted.base = count_all(archive, base_of(node, request), request, false).bars;
  return counted;
}

// A series with its counts, and the counts of all articles that it is compared with.
struct Drawn {
  TimelineSeries told;
  BarCounts bars;
  const BarCounts* base;
};

void add_bars(TimelineAnswer& answer, const Counted& whole, const std::vector<Drawn>& columns,
              Step step) {
  BarCounts all = whole.bars;
  for (const Drawn& column : columns) all.insert(column.bars.begin(), column.bars.end());
  for (const std::int64_t bar : bars_between(all, step)) {
    TimelineBar& drawn = answer.bars.emplace_back(
        TimelineBar{name_of_bar(bar, step), at(whole.bars, bar), at(whole.base, bar)});
    for (const Drawn& column : columns)
      drawn.series.push_back({at(column.bars, bar), at(*column.base, bar)});
  }
}

// Bars around the drawn ones that have no match are included.
void mark_bursts(TimelineAnswer& answer, const Counted& whole, Step step) {
  BarCounts all = whole.base;
  all.insert(whole.bars.begin(), whole.bars.end());
  const std::vector<std::int64_t> bars = bars_between(all, step);
  std::vector<BurstBar> counts;
  for (const std::int64_t bar : bars) counts.push_back({at(whole.bars, bar), at(whole.base, bar)});
  std::set<std::string> names;
  for (const BurstRange& range : bursts_of(counts)) {
    TimelineBurst& burst = answer.bursts.emplace_back(
        TimelineBurst{name_of_bar(bars[range.first], step), name_of_bar(bars[range.last], step), 0,
                      range.weight});
    for (std::size_t i = range.first; i <= range.last; ++i) {
      burst.articles += counts[i].articles;
      names.insert(name_of_bar(bars[i], step));
    }
  }
  for (TimelineBar& bar : answer.bars) bar.in_burst = names.contains(bar.when);
}

}  // namespace

TimelineAnswer timeline(Archive& archive, const TimelineRequest& request) {
  Counted whole = count_one(archive, request.query, request, !request.split.empty());
  std::vector<Counted> others;
  for (const NamedQuery& each : request.against)
    others.push_back(count_one(archive, each.query, request, false));
  std::vector<Drawn> columns;
  for (auto& [told, bars] : whole.parts)
    columns.push_back({std::move(told), std::move(bars), &whole.base});
  for (std::size_t i = 0; i < others.size(); ++i)
    columns.push_back({{SeriesKind::query, request.against[i].text, "", sum_of(others[i].bars)},
                       std::move(others[i].bars),
                       &others[i].base});
  TimelineAnswer answer{
      state_of(archive),    request.query_text, whole.total, whole.total - sum_of(whole.bars), {},
      request.count_stories};
  answer.name = request.name;
  answer.split = request.split;
  answer.has_shares = request.share;
  if (request.bursts) answer.burst_method.emplace();
  add_bars(answer, whole, columns, request.step);
  if (request.bursts) mark_bursts(answer, whole, request.step);
  for (const Drawn& column : columns) answer.series.push_back(column.told);
  return answer;
}

}  // namespace newsindex
