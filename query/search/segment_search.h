// SPDX-License-Identifier: GPL-3.0-or-later
// The interface of a search to one segment. The answers of segments are merged (see collection.h).
// A segment knows only the summed statistics of the others, so it can be on this machine or
// elsewhere.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/search/plan.h"
#include "query/search/requests.h"
#include "query/search/results.h"
#include "schema/archive/deadline.h"
#include "schema/article.h"
#include "schema/fields.h"

namespace newsindex {

// The number of an article within its segment.
using ArticleNumber = std::uint32_t;

// The statistics that scores depend on, of one segment or summed over several. Deleted articles
// count as long as they are stored.
struct Statistics {
  std::uint64_t articles = 0;
  std::uint64_t total_length = 0;     // the sum of the frequencies of the terms
  std::vector<std::uint64_t> groups;  // articles with a term of each group of the plan

  void add(const Statistics& other);
};

// Which matches are wanted, and in what order.
struct Wanted {
  Sort sort = Sort::relevance;
  std::size_t most = 0;
  bool one_of_a_story = false;  // only the first match of each story in this order
  bool explained = false;       // also the parts of the scores
  bool with_story = false;      // also the story of each match
};

struct ScoredMatch {
  double score = 0;
  std::uint64_t story = 0;  // if asked for; 0: it has no copies
  ArticleNumber number = 0;
  Explanation explanation;  // if asked for
};

// Scores of an article for where the words of a query stand in it.
struct Placement {
  double closeness = 0;  // close to each other
  double lead = 0;       // near its beginning
};

// The number of matching articles of a story.
struct StoryCount {
  std::uint64_t story = 0;
  std::uint64_t articles = 0;
};

struct Matches {
  std::uint64_t total = 0;
  std::vector<ScoredMatch> first;  // the first in the order wanted
  std::vector<StoryCount>
      stories;  // sorted by story, if one of each story is wanted; without story 0
};

// The earliest match of a story in a segment.
struct StoryHead {
  std::uint64_t story = 0;
  std::uint64_t order = 0;
  ArticleNumber number = 0;
};

// One spelling of a value of a field, and the number of matches that have it.
struct SpellingCount {
  std::uint64_t key = 0;      // the same for all spellings of one value
  std::string_view spelling;  // valid as long as the query that returned it
  std::uint64_t articles = 0;
};

struct FieldCounts {
  std::uint64_t with_value = 0;  // matches that have any value
  std::vector<SpellingCount> spellings;
};

// Some values of a field, by their keys. Articles are counted in parts: one for each key, then one
// for articles that only have other values, then one for articles without a value.
struct FieldKeys {
  const Field* field = nullptr;  // a facet
  std::vector<std::uint64_t> keys;

  std::size_t parts() const { return keys.size() + 2; }
};

// The number of matches by bar (see bars.h).
using BarCounts = std::map<std::int64_t, std::uint64_t>;

// When matches were published, and which match is the first.
struct Extent {
  std::uint64_t articles = 0;
  ArticleNumber first = 0;               // the lowest number of a match; 0: no match
  std::optional<std::int64_t> earliest;  // seconds since 1970, of dated matches
  std::optional<std::int64_t> latest;
};

// A plan on one segment. Not thread-safe. The plan, the segment and the deadline must outlive it.
// Articles that were not looked at when the deadline passed count as not matching.
class SegmentQuery {
 public:
  virtual ~SegmentQuery() = default;

  // About how many postings the query has to read.
  virtual std::uint64_t work() = 0;

  virtual Statistics statistics() = 0;

  // The number of matching articles.
  virtual std::uint64_t count() = 0;

  // `all` is the sum of the statistics of all segments.
  virtual Matches first_matches(const Statistics& all, const Wanted& wanted) = 0;

  // The scores of these articles for where the words of the plan stand.
  virtual std::vector<Placement> placement(const Statistics& all,
                                           std::span<const ArticleNumber> numbers) = 0;

  // The earliest match of each story, sorted by story. Matches without a story are left out.
  virtual std::vector<StoryHead> story_heads() = 0;
  // From this call on, only these of the matches that have a story count.
  virtual void keep_of_stories(std::span<const ArticleNumber> numbers) = 0;

  // From this call on, an entity name whose confidence in an article (0 to 100) is lower does not
  // count for that article.
  virtual void leave_out_doubtful(int least_confidence) = 0;
  virtual FieldCounts count_values(const Field& field) = 0;
  virtual BarCounts count_bars(Step step) = 0;
  // The same for each part of the articles (see FieldKeys).
  virtual std::vector<BarCounts> count_bars(Step step, const FieldKeys& split) = 0;
  // For each part of the rows, the number of articles in each part of the columns; row by row.
  virtual std::vector<std::uint64_t> count_pairs(const FieldKeys& rows,
                                                 const FieldKeys& columns) = 0;
  virtual Extent extent() = 0;
};

// Not thread-safe; its queries must not run in parallel either.
class SegmentSearch {
 public:
  virtual ~SegmentSearch() = default;

  // Articles that are not deleted.
  virtual std::uint64_t articles() const = 0;

  // Calls use(term, articles) for each term that starts with `prefix`, in byte order, until `use`
  // returns false. Terms that only deleted articles have are left out.
  using TermUse = std::function<bool(std::string_view term, std::uint64_t articles)>;
  virtual void for_each_term(std::string_view prefix, const TermUse& use) const = 0;

  virtual std::unique_ptr<SegmentQuery> start(const Plan& plan, const Deadline& deadline) const = 0;

  virtual Article article(ArticleNumber number) const = 0;
  virtual std::string id(ArticleNumber number) const = 0;

  // Its ingest sequence.
  virtual std::uint64_t sequence(ArticleNumber number) const = 0;

  // The publication time, then a part of a hash of the id: greater means later. Orders articles
  // with equal scores.
  virtual std::uint64_t order(ArticleNumber number) const = 0;

  // The full value of order(), for articles whose orders are equal.
  virtual std::string whole_order(ArticleNumber number) const = 0;
};

}  // namespace newsindex
