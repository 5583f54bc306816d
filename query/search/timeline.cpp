// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "query/search/collection.h"
#include "query/search/planner.h"
#include "query/search/search.h"

namespace newsindex {
namespace {

using namespace std::chrono;

// Longer stretches without an article are left out: one article with a date of the year 1 must not
// draw 700,000 empty days.
constexpr std::int64_t kLongestEmptyStretch = 10'000;

// A bar by its number (see BarCounts): "2023-04-02", "2023-04" or "2023".
std::string name_of(std::int64_t bar, Step step) {
  constexpr std::int64_t kMonthsInYear = 12;
  Published published;
  switch (step) {
    case Step::day: published.day = sys_days(days(bar)); break;
    case Step::month:
      published.precision = Precision::month;
      published.day = year(static_cast<int>(bar / kMonthsInYear)) /
                      month(static_cast<unsigned>(bar % kMonthsInYear) + 1) / 1;
      break;
    case Step::year:
      published.precision = Precision::year;
      published.day = year(static_cast<int>(bar)) / January / 1;
      break;
  }
  return to_iso(published);
}

// Bars for what is between two bars, too.
std::vector<TimelineBar> with_empty_bars(const BarCounts& counts, Step step) {
  std::vector<TimelineBar> bars;
  std::optional<std::int64_t> last;
  for (const auto& [bar, articles] : counts) {
    if (last && bar - *last <= kLongestEmptyStretch)
      while (++*last < bar) bars.push_back({name_of(*last, step), 0});
    bars.push_back({name_of(bar, step), articles});
    last = bar;
  }
  return bars;
}

}  // namespace

TimelineAnswer timeline(Archive& archive, const TimelineRequest& request) {
  const Collection collection(archive, days_required(request.query));
  const Plan plan = Planner(archive, collection).plan(request.query);
  CollectionQuery query(collection, plan);
  if (request.count_stories) query.keep_one_of_each_story();
  const BarCounts counts = query.count_bars(request.step);
  std::uint64_t counted = 0;
  for (const auto& [bar, articles] : counts) counted += articles;
  const std::uint64_t total = query.count();
  return {state_of(archive),
          request.query_text,
          total,
          total - counted,
          with_empty_bars(counts, request.step),
          request.count_stories};
}

}  // namespace newsindex
