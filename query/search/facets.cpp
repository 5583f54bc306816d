// SPDX-License-Identifier: GPL-3.0-or-later
// Facets: the segments count spellings; what is spelt differently and means the same is put
// together here.
#include <algorithm>
#include <unordered_map>

#include "query/search/collection.h"
#include "query/search/planner.h"
#include "query/search/search.h"
#include "schema/fields.h"
#include "schema/media_topics.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

FacetValue shown(const Field& field, std::string_view spelling, std::uint64_t articles) {
  if (field.matching != Matching::topic) return {std::string(spelling), "", articles};
  if (const MediaTopic* topic = media_topic_by_id(spelling))
    return {std::string(topic->name), std::string(spelling), articles};
  return {std::string(topic_key(spelling)), "", articles};
}

// A value: all its articles, and the spelling that most of them have (the first by name of equals).
struct Value {
  std::uint64_t articles = 0;
  std::uint64_t most = 0;
  std::string_view spelling;
};

// Puts together what the segments counted.
class Values {
 public:
  explicit Values(const std::vector<FieldCounts>& counts) {
    std::size_t all = 0;
    for (const FieldCounts& segment : counts) all += segment.spellings.size();
    numbers_.reserve(all);
    spellings_.reserve(all);
    for (const FieldCounts& segment : counts)
      for (const SpellingCount& each : segment.spellings) add(each);
  }

  std::vector<Value> take() {
    std::vector<Value> values(first_.size());
    for (std::size_t number = 0; number < first_.size(); ++number)
      for (std::size_t at = first_[number]; at != kNone; at = spellings_[at].next) {
        const Spelling& each = spellings_[at];
        Value& value = values[number];
        value.articles += each.articles;
        const bool is_usual = each.articles > value.most ||
                              (each.articles == value.most && each.text < value.spelling);
        if (!is_usual) continue;
        value.spelling = each.text;
        value.most = each.articles;
      }
    return values;
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;
  struct Spelling {
    std::string_view text;
    std::uint64_t articles;
    std::size_t next;  // of the same value
  };

  void add(const SpellingCount& count) {
    const auto [place, is_new] = numbers_.try_emplace(count.key, first_.size());
    if (is_new) first_.push_back(kNone);
    std::size_t& first = first_[place->second];
    for (std::size_t at = first; at != kNone; at = spellings_[at].next) {
      if (spellings_[at].text != count.spelling) continue;
      spellings_[at].articles += count.articles;
      return;
    }
    spellings_.push_back({count.spelling, count.articles, first});
    first = spellings_.size() - 1;
  }

  std::unordered_map<std::uint64_t, std::size_t> numbers_;  // of values, by key
  std::vector<std::size_t> first_;                          // spelling, by number of the value
  std::vector<Spelling> spellings_;
};

// Most articles first, then by name.
std::vector<FacetValue> first_of(std::vector<Value> values, const Field& field, std::size_t limit) {
  const std::size_t count = std::min(limit, values.size());
  const bool is_topic = field.matching == Matching::topic;
  std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count),
                    values.end(), [&](const Value& a, const Value& b) {
                      if (a.articles != b.articles) return a.articles > b.articles;
                      if (!is_topic) return a.spelling < b.spelling;
                      return shown(field, a.spelling, 0).name < shown(field, b.spelling, 0).name;
                    });
  std::vector<FacetValue> first;
  for (std::size_t i = 0; i < count; ++i)
    first.push_back(shown(field, values[i].spelling, values[i].articles));
  return first;
}

Facet count_facet(CollectionQuery& query, const Field& field, std::size_t limit,
                  std::uint64_t total) {
  const std::vector<FieldCounts> counts = query.count_values(field);
  Facet facet;
  facet.field = field.name;
  facet.without = total;
  for (const FieldCounts& segment : counts) facet.without -= segment.with_value;
  std::vector<Value> values = Values(counts).take();
  facet.different = values.size();
  facet.values = first_of(std::move(values), field, limit);
  return facet;
}

}  // namespace

FacetAnswer facets(Archive& archive, const FacetRequest& request) {
  const Collection collection(archive, days_required(request.query));
  const Plan plan = Planner(archive, collection).plan(request.query);
  CollectionQuery query(collection, plan);
  if (request.count_stories) query.keep_one_of_each_story();
  FacetAnswer answer{
      state_of(archive), request.query_text, query.count(), {}, request.count_stories};
  for (const std::string& name : request.by)
    answer.facets.push_back(count_facet(query, field(name), request.limit, answer.total));
  return answer;
}

}  // namespace newsindex
