// SPDX-License-Identifier: GPL-3.0-or-later
// Facets and timelines walk the list of matches and a stream of values, or postings, side by side:
// a third of the time of a match that shows each article to a spy.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "query/search/plan.h"
#include "query/search/search.h"
#include "query/search/stories.h"
#include "schema/fields.h"
#include "schema/media_topics.h"
#include "schema/packed.h"
#include "schema/terms.h"
#include "schema/text/analyzer.h"

namespace newsindex {
namespace {

using Docids = std::vector<Xapian::docid>;

std::vector<SegmentMatches> all_matches(Planner& planner, const Request& request) {
  auto all = matches_in(planner.segments(), planner.plan(request.query, Purpose::matching));
  if (request.count_stories) keep_one_of_each_story(all);
  return all;
}

struct Hash : std::hash<std::string_view> {
  using is_transparent = void;
};
using Counts = std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>>;

void count_one(Counts& counts, std::string_view value) {
  if (const auto found = counts.find(value); found != counts.end())
    ++found->second;
  else
    counts.emplace(value, 1);
}

// Counts the values of the matches by their spelling; returns how many matches have one.
std::uint64_t count_values(const SegmentMatches& matches, Xapian::valueno slot, Counts& counts) {
  std::uint64_t with_value = 0;
  auto value = matches.open->database.valuestream_begin(slot);
  const auto end = matches.open->database.valuestream_end(slot);
  for (const Xapian::docid docid : matches.docids) {
    if (value == end) break;
    if (value.get_docid() < docid) value.skip_to(docid);
    if (value == end) break;
    if (value.get_docid() != docid) continue;
    ++with_value;
    const std::string packed = *value;
    std::string_view rest = packed;
    for (std::string_view each; take_packed(rest, each);) count_one(counts, each);
  }
  return with_value;
}

FacetValue shown_topic(const std::string& id, std::uint64_t articles) {
  if (const MediaTopic* topic = media_topic_by_id(id))
    return {std::string(topic->name), id, articles};
  return {std::string(topic_key(id)), "", articles};
}

// Spellings that fold to the same words are one value, shown as it is spelt most often.
std::vector<FacetValue> merge_spellings(const Counts& counts, const Field& field) {
  struct Merged {
    FacetValue shown;
    std::uint64_t most = 0;
  };
  std::map<std::string, Merged> merged;
  Analyzer analyzer;
  for (const auto& [spelling, articles] : counts) {
    const FacetValue value = field.matching == Matching::topic ? shown_topic(spelling, articles)
                                                               : FacetValue{spelling, "", articles};
    const std::string key = value.id.empty() ? folded_words(analyzer, value.name) : value.id;
    Merged& into = merged[key.empty() ? value.name : key];
    const std::uint64_t sum = into.shown.articles + articles;
    const bool is_usual =
        articles > into.most || (articles == into.most && value.name < into.shown.name);
    if (is_usual) {
      into.shown = value;
      into.most = articles;
    }
    into.shown.articles = sum;
  }
  std::vector<FacetValue> values;
  for (auto& [key, each] : merged) values.push_back(std::move(each.shown));
  return values;
}

Facet count_facet(const std::vector<SegmentMatches>& matches, const Field& field, std::size_t limit,
                  std::uint64_t total) {
  Counts counts;
  std::uint64_t with_value = 0;
  for (const SegmentMatches& segment : matches)
    with_value += count_values(segment, static_cast<Xapian::valueno>(field.slot), counts);
  Facet facet;
  facet.field = field.name;
  facet.values = merge_spellings(counts, field);
  facet.different = facet.values.size();
  facet.without = total - with_value;
  std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
  });
  if (facet.values.size() > limit) facet.values.resize(limit);
  return facet;
}

std::string_view prefix_of(Step step) {
  switch (step) {
    case Step::day: return kDayPrefix;
    case Step::month: return kMonthPrefix;
    case Step::year: break;
  }
  return kYearPrefix;
}

std::uint64_t count_common(const Xapian::Database& database, const std::string& term,
                           const Docids& docids) {
  std::uint64_t common = 0;
  auto docid = docids.begin();
  const auto end = database.postlist_end(term);
  for (auto at = database.postlist_begin(term); at != end && docid != docids.end();) {
    docid = std::lower_bound(docid, docids.end(), *at);
    if (docid == docids.end()) break;
    if (*docid == *at) {
      ++common;
      ++docid;
      ++at;
    } else {
      at.skip_to(*docid);
    }
  }
  return common;
}

// "20230402" -> "2023-04-02".
std::string dashed(std::string_view digits) {
  std::string text(digits.substr(0, 4));
  for (std::size_t at = 4; at < digits.size(); at += 2)
    text.append("-").append(digits.substr(at, 2));
  return text;
}

// The next day, month or year in the form of a bar.
std::string bar_after(const std::string& when) {
  const Published published = *published_from_iso(when);
  Published next = published;
  next.day = next_day(days_covered(published).last);
  return to_iso(next);
}

// Bars for what is between two bars, too.
std::vector<TimelineBar> with_empty_bars(const std::map<std::string, std::uint64_t>& counts) {
  std::vector<TimelineBar> bars;
  for (const auto& [when, articles] : counts) {
    while (!bars.empty() && bar_after(bars.back().when) < when)
      bars.push_back({bar_after(bars.back().when), 0});
    bars.push_back({when, articles});
  }
  return bars;
}

}  // namespace

FacetAnswer facets(Archive& archive, const Request& request) {
  Planner planner(archive, days_required(request.query));
  const std::vector<SegmentMatches> matches = all_matches(planner, request);
  FacetAnswer answer{
      state_of(archive), request.query_text, total_of(matches), {}, request.count_stories};
  for (const std::string& name : request.by)
    answer.facets.push_back(count_facet(matches, field(name), request.limit, answer.total));
  return answer;
}

TimelineAnswer timeline(Archive& archive, const Request& request) {
  Planner planner(archive, days_required(request.query));
  const std::vector<SegmentMatches> matches = all_matches(planner, request);
  const std::string prefix(prefix_of(request.step));
  std::map<std::string, std::uint64_t> counts;
  std::uint64_t counted = 0;
  for (const SegmentMatches& segment : matches) {
    const Xapian::Database& database = segment.open->database;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
      const std::uint64_t articles = count_common(database, *term, segment.docids);
      if (articles > 0) counts[dashed((*term).substr(prefix.size()))] += articles;
      counted += articles;
    }
  }
  const std::uint64_t total = total_of(matches);
  return {state_of(archive), request.query_text,      total,
          total - counted,   with_empty_bars(counts), request.count_stories};
}

}  // namespace newsindex
