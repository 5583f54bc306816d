// SPDX-License-Identifier: GPL-3.0-or-later
// What a local query counts: by story, by the values of a field, by day, month or year.
#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "query/search/local/local_query.h"

namespace newsindex {
namespace {

using namespace std::chrono;

// The number of the bar of a day (see BarCounts); empty where the day is less precise than bars.
std::optional<std::int64_t> bar_of(std::int32_t column_day, Step step) {
  constexpr std::int64_t kMonthsInYear = 12;
  if (column_day == kUndated) return std::nullopt;
  const std::int32_t precision = column_day & 3;
  const std::int32_t number = column_day >> 2;
  if (step == Step::day) return precision == 3 ? std::optional<std::int64_t>(number) : std::nullopt;
  const year_month_day day{sys_days(days(number))};
  const auto year = static_cast<std::int64_t>(static_cast<int>(day.year()));
  if (step == Step::year) return year;
  if (precision < 2) return std::nullopt;
  return year * kMonthsInYear + static_cast<std::int64_t>(static_cast<unsigned>(day.month())) - 1;
}

}  // namespace

std::vector<StoryHead> LocalQuery::story_heads() {
  const auto stories = segment_.columns().stories();
  const auto orders = segment_.columns().order();
  std::unordered_map<std::uint64_t, StoryHead> heads;
  for (const Docid docid : matched()) {
    const std::uint64_t story = stories[docid - 1];
    if (story == 0) continue;
    const std::uint64_t order = orders[docid - 1];
    const auto [place, is_new] = heads.try_emplace(story, StoryHead{story, order, docid});
    if (!is_new && order < place->second.order) place->second = {story, order, docid};
  }
  std::vector<StoryHead> all;
  for (const auto& [story, head] : heads) all.push_back(head);
  std::sort(all.begin(), all.end(),
            [](const StoryHead& a, const StoryHead& b) { return a.story < b.story; });
  return all;
}

void LocalQuery::keep_of_stories(std::span<const ArticleNumber> numbers) {
  const auto stories = segment_.columns().stories();
  DocidList kept(numbers.begin(), numbers.end());
  for (const Docid docid : matched())
    if (stories[docid - 1] == 0) kept.push_back(docid);
  std::sort(kept.begin(), kept.end());
  living_ = std::move(kept);
  matched_ = living_;
}

FieldCounts LocalQuery::count_values(const Field& field) {
  const DocidSpan docids = matched();
  FieldCounts counts;
  if (docids.empty()) return counts;
  const FacetData facet = segment_.columns().facet(field);
  std::vector<std::uint32_t> articles(facet.values());
  for (const Docid docid : docids) {
    const std::uint32_t end = facet.starts[docid];
    const std::uint32_t start = facet.starts[docid - 1];
    counts.with_value += start < end ? 1 : 0;
    for (std::uint32_t at = start; at < end; ++at) ++articles[facet.ordinals[at]];
  }
  for (std::uint32_t ordinal = 0; ordinal < articles.size(); ++ordinal)
    if (articles[ordinal] > 0)
      counts.spellings.push_back({facet.keys[ordinal], facet.value(ordinal), articles[ordinal]});
  return counts;
}

BarCounts LocalQuery::count_bars(Step step) {
  const auto column = segment_.columns().days();
  std::unordered_map<std::int32_t, std::uint64_t> days;
  for (const Docid docid : matched()) ++days[column[docid - 1]];
  BarCounts bars;
  for (const auto& [day, articles] : days)
    if (const auto bar = bar_of(day, step)) bars[*bar] += articles;
  return bars;
}

Extent LocalQuery::extent() {
  const DocidSpan docids = matched();
  Extent extent{docids.size(), docids.empty() ? 0 : docids.front(), {}, {}};
  const auto orders = segment_.columns().order();
  for (const Docid docid : docids) {
    const auto published = seconds_of_column_order(orders[docid - 1]);
    if (!published) continue;
    if (!extent.earliest || *published < *extent.earliest) extent.earliest = published;
    if (!extent.latest || *published > *extent.latest) extent.latest = published;
  }
  return extent;
}

}  // namespace newsindex
