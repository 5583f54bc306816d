// SPDX-License-Identifier: GPL-3.0-or-later
// The counts of a local query: by story, by values of a field, by bars of a timeline.
#include <algorithm>
#include <unordered_map>

#include "query/search/bars.h"
#include "query/search/local/local_query.h"
#include "query/search/local/short_name_articles.h"

namespace newsindex {
namespace {

constexpr std::uint32_t kUnlisted = UINT32_MAX;

// The bar of a day as stored in the column (see column_day).
std::optional<std::int64_t> bar_in_column(std::int32_t column_day, Step step) {
  if (column_day == kUndated) return std::nullopt;
  const std::int32_t precision = column_day & 3;  // 1: year
  return bar_of(column_day >> 2, static_cast<Precision>(precision - 1), step);
}

// For each value of a field, by ordinal: its index in the listed keys, or kUnlisted.
std::vector<std::uint32_t> positions_of(const WholeNames& values, const FieldKeys& listed) {
  std::unordered_map<std::uint64_t, std::uint32_t> positions;
  for (const std::uint64_t key : listed.keys)
    positions.try_emplace(key, static_cast<std::uint32_t>(positions.size()));
  std::vector<std::uint32_t> by_ordinal;
  for (std::uint32_t ordinal = 0; ordinal < values.values(); ++ordinal) {
    const auto found = positions.find(values.key(ordinal));
    by_ordinal.push_back(found == positions.end() ? kUnlisted : found->second);
  }
  return by_ordinal;
}

// The parts (see FieldKeys) in which an article is counted.
class PartsOfArticles {
 public:
  PartsOfArticles(WholeNames values, const FieldKeys& listed)
      : values_(std::move(values)),
        positions_(positions_of(values_, listed)),
        keys_(listed.keys.size()) {}

  const std::vector<std::size_t>& of(Docid docid) {
    parts_.clear();
    const auto ordinals = values_.of(docid);
    for (const std::uint32_t ordinal : ordinals)
      if (positions_[ordinal] != kUnlisted) parts_.push_back(positions_[ordinal]);
    if (parts_.empty()) parts_.push_back(ordinals.empty() ? keys_ + 1 : keys_);
    return parts_;
  }

 private:
  WholeNames values_;
  std::vector<std::uint32_t> positions_;
  std::size_t keys_;
  std::vector<std::size_t> parts_;
};

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
  WholeNames values(segment_, field, bearers_, least_confidence_);
  std::vector<std::uint32_t> articles(values.values());
  for (const Docid docid : docids) {
    const auto ordinals = values.of(docid);
    counts.with_value += ordinals.empty() ? 0u : 1u;
    for (const std::uint32_t ordinal : ordinals) ++articles[ordinal];
  }
  for (std::uint32_t ordinal = 0; ordinal < articles.size(); ++ordinal)
    if (articles[ordinal] > 0)
      counts.spellings.push_back({values.key(ordinal), values.value(ordinal), articles[ordinal]});
  return counts;
}

BarCounts LocalQuery::count_bars(Step step) {
  const auto column = segment_.columns().days();
  std::unordered_map<std::int32_t, std::uint64_t> days;
  for (const Docid docid : matched()) ++days[column[docid - 1]];
  BarCounts bars;
  for (const auto& [day, articles] : days)
    if (const auto bar = bar_in_column(day, step)) bars[*bar] += articles;
  return bars;
}

std::vector<BarCounts> LocalQuery::count_bars(Step step, const FieldKeys& split) {
  const auto days = segment_.columns().days();
  std::vector<BarCounts> parts(split.parts());
  const DocidSpan docids = matched();
  if (docids.empty()) return parts;
  PartsOfArticles parts_of({segment_, *split.field, bearers_, least_confidence_}, split);
  for (const Docid docid : docids)
    if (const auto bar = bar_in_column(days[docid - 1], step))
      for (const std::size_t part : parts_of.of(docid)) ++parts[part][*bar];
  return parts;
}

std::vector<std::uint64_t> LocalQuery::count_pairs(const FieldKeys& rows,
                                                   const FieldKeys& columns) {
  std::vector<std::uint64_t> counts(rows.parts() * columns.parts());
  const DocidSpan docids = matched();
  if (docids.empty()) return counts;
  PartsOfArticles in_rows({segment_, *rows.field, bearers_, least_confidence_}, rows);
  PartsOfArticles in_columns({segment_, *columns.field, bearers_, least_confidence_}, columns);
  for (const Docid docid : docids) {
    const std::vector<std::size_t>& of_columns = in_columns.of(docid);
    for (const std::size_t row : in_rows.of(docid))
      for (const std::size_t column : of_columns) ++counts[row * columns.parts() + column];
  }
  return counts;
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
