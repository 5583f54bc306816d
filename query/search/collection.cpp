// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/collection.h"

#include <algorithm>
#include <set>
#include <thread>
#include <unordered_map>

#include "query/search/in_parallel.h"
#include "query/search/local/local_segment.h"
#include "query/search/match_order.h"
#include "query/search/scoring.h"

namespace newsindex {
namespace {

// Adds up the counts of each story; the result is sorted by story.
std::vector<StoryCount> summed(std::vector<StoryCount> all) {
  std::sort(all.begin(), all.end(),
            [](const StoryCount& a, const StoryCount& b) { return a.story < b.story; });
  std::vector<StoryCount> sums;
  for (const StoryCount& each : all) {
    if (sums.empty() || sums.back().story != each.story) sums.push_back({each.story, 0});
    sums.back().articles += each.articles;
  }
  return sums;
}

void add_counts(BarCounts& sum, const BarCounts& counts) {
  for (const auto& [bar, articles] : counts) sum[bar] += articles;
}

// Keeps only the first match of each story.
void keep_first_of_stories(std::vector<Found>& found) {
  std::unordered_map<std::uint64_t, bool> seen;
  std::erase_if(found, [&seen](const Found& each) {
    return each.match.story != 0 && !seen.try_emplace(each.match.story, true).second;
  });
}

}  // namespace

void Statistics::add(const Statistics& other) {
  articles += other.articles;
  total_length += other.total_length;
  groups.resize(std::max(groups.size(), other.groups.size()));
  for (std::size_t i = 0; i < other.groups.size(); ++i) groups[i] += other.groups[i];
}

Collection::Collection(Archive& archive, const std::optional<DayRange>& days, Threads threads)
    : bearers_(archive.bearers()), threads_(threads), deadline_(archive.deadline()) {
  for (const OpenSegment* segment : archive.segments(days))
    segments_.push_back(std::make_unique<LocalSegment>(*segment, &bearers_));
}

std::uint64_t Collection::articles() const {
  std::uint64_t articles = 0;
  for (const auto& segment : segments_) articles += segment->articles();
  return articles;
}

void Collection::for_each_term(std::string_view prefix, const SegmentSearch::TermUse& use) const {
  bool goes_on = true;
  for (const auto& segment : segments_) {
    if (!goes_on) return;
    segment->for_each_term(prefix, [&](std::string_view term, std::uint64_t articles) {
      return goes_on = !deadline_.has_passed() && use(term, articles);
    });
  }
}

bool Collection::has_term(std::string_view prefix) const {
  bool has = false;
  for_each_term(prefix, [&has](std::string_view, std::uint64_t) {
    has = true;
    return false;
  });
  return has;
}

CollectionQuery::CollectionQuery(const Collection& collection, const Plan& plan)
    : collection_(collection), plan_(plan) {
  std::uint64_t work = 0;
  for (std::size_t i = 0; i < collection.size(); ++i) {
    queries_.push_back(collection[i].start(plan, collection.deadline()));
    work += queries_.back()->work();
  }
  if (work < collection.threads().least_work) return;
  threads_ = collection.threads().most;
  if (threads_ == 0) threads_ = std::thread::hardware_concurrency();  // reads a file, so only here
}

void CollectionQuery::for_each(const std::function<void(std::size_t)>& use) {
  in_parallel(queries_.size(), threads_, use);
}

Statistics CollectionQuery::statistics() {
  std::vector<Statistics> each(queries_.size());
  for_each([&](std::size_t i) { each[i] = queries_[i]->statistics(); });
  Statistics all;
  for (const Statistics& statistics : each) all.add(statistics);
  return all;
}

std::uint64_t CollectionQuery::count() {
  std::vector<std::uint64_t> each(queries_.size());
  for_each([&](std::size_t i) { each[i] = queries_[i]->count(); });
  std::uint64_t count = 0;
  for (const std::uint64_t articles : each) count += articles;
  return count;
}

bool CollectionQuery::comes_before(const Found& a, const Found& b, Sort sort) const {
  if (sort == Sort::relevance && a.match.score != b.match.score)
    return a.match.score > b.match.score;
  const SegmentSearch& of_a = collection_[a.segment];
  const SegmentSearch& of_b = collection_[b.segment];
  const ArticleNumber in_a = a.match.number;
  const ArticleNumber in_b = b.match.number;
  if (const int order = compare_orders(of_a.order(in_a), of_b.order(in_b), sort); order != 0)
    return order < 0;
  if (a.segment == b.segment) return in_a < in_b;
  const int order = compare_whole_orders(of_a.whole_order(in_a), of_b.whole_order(in_b), sort);
  return order != 0 ? order < 0 : a.segment < b.segment;
}

void CollectionQuery::sort(std::vector<Found>& found, Sort sort) const {
  std::stable_sort(found.begin(), found.end(),
                   [&](const Found& a, const Found& b) { return comes_before(a, b, sort); });
}

FirstFound CollectionQuery::first_by_clauses(const Wanted& wanted) {
  return merged(statistics(), wanted);
}

FirstFound CollectionQuery::first_matches(const Wanted& wanted) {
  const Statistics all = statistics();
  if (wanted.sort != Sort::relevance || wanted.most == 0 || plan_.close.empty())
    return merged(all, wanted);
  return with_placement(all, wanted);
}

void CollectionQuery::add_placement(const Statistics& all, std::vector<Found>& found) {
  std::vector<std::vector<ArticleNumber>> numbers(queries_.size());
  std::vector<std::vector<std::size_t>> places(queries_.size());
  for (std::size_t i = 0; i < std::min(found.size(), kLookedAtForPlacement); ++i) {
    numbers[found[i].segment].push_back(found[i].match.number);
    places[found[i].segment].push_back(i);
  }
  for_each([&](std::size_t segment) {
    if (numbers[segment].empty()) return;
    const std::vector<Placement> scores = queries_[segment]->placement(all, numbers[segment]);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      ScoredMatch& match = found[places[segment][i]].match;
      match.score += scores[i].closeness + scores[i].lead;
      match.explanation.closeness = scores[i].closeness;
      match.explanation.lead = scores[i].lead;
    }
  });
}

// If one match of each story is wanted, the best copy is chosen after placement scores were added.
// A match whose placement was not looked at cannot pass one that was looked at, because placement
// never lowers a score.
FirstFound CollectionQuery::with_placement(const Statistics& all, const Wanted& wanted) {
  Wanted looked_at = wanted;
  looked_at.one_of_a_story = false;
  looked_at.with_story = wanted.one_of_a_story;
  looked_at.most = std::max(wanted.one_of_a_story ? 0 : wanted.most, kLookedAtForPlacement);
  FirstFound best = merged(all, looked_at);
  if (!collection_.deadline().has_passed()) add_placement(all, best.found);
  sort(best.found, wanted.sort);
  if (wanted.one_of_a_story) {
    FirstFound stories = merged(all, wanted);
    std::set<std::pair<std::size_t, ArticleNumber>> seen;
    for (const Found& each : best.found) seen.emplace(each.segment, each.match.number);
    for (const Found& each : stories.found)
      if (!seen.contains({each.segment, each.match.number})) best.found.push_back(each);
    keep_first_of_stories(best.found);
    best.stories = std::move(stories.stories);
    best.total = stories.total;
  }
  if (best.found.size() > wanted.most) best.found.resize(wanted.most);
  return best;
}

FirstFound CollectionQuery::merged(const Statistics& all, const Wanted& wanted) {
  std::vector<Matches> each(queries_.size());
  for_each([&](std::size_t i) { each[i] = queries_[i]->first_matches(all, wanted); });
  FirstFound first;
  std::uint64_t with_story = 0;
  for (std::size_t segment = 0; segment < each.size(); ++segment) {
    first.total += each[segment].total;
    for (const ScoredMatch& match : each[segment].first) first.found.push_back({match, segment});
    for (const StoryCount& story : each[segment].stories) {
      first.stories.push_back(story);
      with_story += story.articles;
    }
  }
  sort(first.found, wanted.sort);
  if (wanted.one_of_a_story) {
    keep_first_of_stories(first.found);
    first.stories = summed(std::move(first.stories));
    first.total = first.total - with_story + first.stories.size();
  }
  if (first.found.size() > wanted.most) first.found.resize(wanted.most);
  return first;
}

void CollectionQuery::keep_one_of_each_story() {
  std::vector<std::vector<StoryHead>> heads(queries_.size());
  for_each([&](std::size_t i) { heads[i] = queries_[i]->story_heads(); });
  std::unordered_map<std::uint64_t, std::pair<std::uint64_t, std::size_t>> earliest;
  for (std::size_t segment = 0; segment < heads.size(); ++segment)
    for (const StoryHead& head : heads[segment]) {
      const auto [place, is_new] = earliest.try_emplace(head.story, head.order, segment);
      if (!is_new && head.order < place->second.first) place->second = {head.order, segment};
    }
  for_each([&](std::size_t i) {
    std::vector<ArticleNumber> numbers;
    for (const StoryHead& head : heads[i])
      if (earliest.find(head.story)->second.second == i) numbers.push_back(head.number);
    queries_[i]->keep_of_stories(numbers);
  });
}

void CollectionQuery::leave_out_doubtful(int least_confidence) {
  for (const auto& query : queries_) query->leave_out_doubtful(least_confidence);
}

std::vector<FieldCounts> CollectionQuery::count_values(const Field& field) {
  std::vector<FieldCounts> each(queries_.size());
  for_each([&](std::size_t i) { each[i] = queries_[i]->count_values(field); });
  return each;
}

std::vector<Extent> CollectionQuery::extents() {
  std::vector<Extent> each(queries_.size());
  for_each([&](std::size_t i) { each[i] = queries_[i]->extent(); });
  return each;
}

BarCounts CollectionQuery::count_bars(Step step) {
  std::vector<BarCounts> each(queries_.size());
  for_each([&](std::size_t i) { each[i] = queries_[i]->count_bars(step); });
  BarCounts sum;
  for (const BarCounts& counts : each) add_counts(sum, counts);
  return sum;
}

std::vector<BarCounts> CollectionQuery::count_bars(Step step, const FieldKeys& split) {
  std::vector<std::vector<BarCounts>> each(queries_.size());
  for_each([&](std::size_t i) { each[i] = queries_[i]->count_bars(step, split); });
  std::vector<BarCounts> sums(split.parts());
  for (const std::vector<BarCounts>& parts : each)
    for (std::size_t part = 0; part < sums.size(); ++part) add_counts(sums[part], parts[part]);
  return sums;
}

std::vector<std::uint64_t> CollectionQuery::count_pairs(const FieldKeys& rows,
                                                        const FieldKeys& columns) {
  std::vector<std::vector<std::uint64_t>> each(queries_.size());
  for_each([&](std::size_t i) { each[i] = queries_[i]->count_pairs(rows, columns); });
  std::vector<std::uint64_t> sums(rows.parts() * columns.parts());
  for (const std::vector<std::uint64_t>& counts : each)
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += counts[i];
  return sums;
}

}  // namespace newsindex
