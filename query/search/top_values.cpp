// SPDX-License-Identifier: GPL-3.0-or-later
// Segments count spellings; here, different spellings of the same value are added up.
#include "query/search/top_values.h"

#include <algorithm>
#include <unordered_map>

#include "schema/media_topics.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

FacetValue shown_value(const Field& field, std::string_view spelling, std::uint64_t articles) {
  if (field.matching != Matching::topic) return {std::string(spelling), "", articles};
  if (const MediaTopic* topic = media_topic_by_id(spelling))
    return {std::string(topic->name), std::string(spelling), articles};
  const std::string_view label = topic_key(spelling);
  const bool has_name_of_topic = media_topic_by_name(label) != nullptr;
  return {std::string(label), has_name_of_topic ? std::string(spelling) : "", articles};
}

// A value: its key, the number of its articles, and its most frequent spelling (of equally frequent
// ones the first by name).
struct Value {
  std::uint64_t key = 0;
  std::uint64_t articles = 0;
  std::uint64_t most = 0;
  std::string_view spelling;
};

// Adds up what the segments counted.
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
    for (const auto& [key, number] : numbers_) values[number].key = key;
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
    std::size_t next;  // index of the next spelling of the same value
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

  std::unordered_map<std::uint64_t, std::size_t> numbers_;  // number of each value, by its key
  std::vector<std::size_t> first_;  // index of its first spelling, by number of the value
  std::vector<Spelling> spellings_;
};

// Keeps the first values: most articles first, then by name.
void keep_first(std::vector<Value>& values, const Field& field, std::size_t limit) {
  const std::size_t count = std::min(limit, values.size());
  const bool is_topic = field.matching == Matching::topic;
  std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count),
                    values.end(), [&](const Value& a, const Value& b) {
                      if (a.articles != b.articles) return a.articles > b.articles;
                      if (!is_topic) return a.spelling < b.spelling;
                      return shown_value(field, a.spelling, 0).name <
                             shown_value(field, b.spelling, 0).name;
                    });
  values.resize(count);
}

}  // namespace

TopValues top_values(CollectionQuery& query, const Field& field, std::size_t limit) {
  const std::vector<FieldCounts> counts = query.count_values(field);
  TopValues top;
  top.keys.field = &field;
  top.facet.field = field.name;
  top.facet.without = query.count();
  for (const FieldCounts& segment : counts) top.facet.without -= segment.with_value;
  std::vector<Value> values = Values(counts).take();
  top.facet.different = values.size();
  std::uint64_t others = 0;
  for (const Value& value : values) others += value.articles;
  keep_first(values, field, limit);
  for (const Value& value : values) {
    others -= value.articles;
    top.facet.values.push_back(shown_value(field, value.spelling, value.articles));
    top.keys.keys.push_back(value.key);
  }
  if (field.is_single_valued) top.facet.others = others;
  return top;
}

}  // namespace newsindex
