// SPDX-License-Identifier: GPL-3.0-or-later
// What a search asks of one segment. Answers of segments are merged (see collection.h); none knows
// of the others but by the statistics of all, so a segment can be on this machine or elsewhere.
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

// A number of an article within its segment.
using ArticleNumber = std::uint32_t;

// What scores depend on, of one segment or the sum of several. Deleted articles count, as long as
// they are there.
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
  bool one_of_a_story = false;  // of each story only the first in this order
  bool explained = false;       // the parts of the scores, too
  bool with_story = false;      // which story each belongs to, too
};

struct ScoredMatch {
  double score = 0;
  std::uint64_t story = 0;  // where it was asked for; 0: it has no copies
  ArticleNumber number = 0;
  Explanation explanation;  // where it was asked for
};

// Scores of an article for where the words of a query stand in it.
struct Placement {
  double closeness = 0;  // close to each other
  double lead = 0;       // near its beginning
};

// Articles of a story that match.
struct StoryCount {
  std::uint64_t story = 0;
  std::uint64_t articles = 0;
};

struct Matches {
  std::uint64_t total = 0;
  std::vector<ScoredMatch> first;  // the first in the order wanted
  std::vector<StoryCount>
      stories;  // by number, where one of a story is wanted; story 0 is left out
};

// The earliest match of a story in a segment.
struct StoryHead {
  std::uint64_t story = 0;
  std::uint64_t order = 0;
  ArticleNumber number = 0;
};

// A value of a field as it is spelt, and the matches that have it.
struct SpellingCount {
  std::uint64_t key = 0;      // the same for spellings that mean the same
  std::string_view spelling;  // valid as long as the query that gave it
  std::uint64_t articles = 0;
};

struct FieldCounts {
  std::uint64_t with_value = 0;  // matches that have any
  std::vector<SpellingCount> spellings;
};

// Some values of a field, by their keys. Articles are counted in a part for each of them, then in
// one for those that have a value but none of these, and in one for those without a value.
struct FieldKeys {
  const Field* field = nullptr;  // a facet
  std::vector<std::uint64_t> keys;

  std::size_t parts() const { return keys.size() + 2; }
};

// Matches by the number of their bar (see bars.h).
using BarCounts = std::map<std::int64_t, std::uint64_t>;

// When matches were published, and where they begin.
struct Extent {
  std::uint64_t articles = 0;
  ArticleNumber first = 0;               // the first match; 0: none
  std::optional<std::int64_t> earliest;  // seconds since 1970, of the dated ones
  std::optional<std::int64_t> latest;
};

// A plan on one segment. Not thread-safe. The plan, the segment and the deadline must outlive it.
// Once the deadline has passed, articles that were not looked at yet count as no matches.
class SegmentQuery {
 public:
  virtual ~SegmentQuery() = default;

  // About how many postings it has to read.
  virtual std::uint64_t work() = 0;

  virtual Statistics statistics() = 0;

  // How many articles match.
  virtual std::uint64_t count() = 0;

  // `all` is the sum of the statistics of all segments.
  virtual Matches first_matches(const Statistics& all, const Wanted& wanted) = 0;

  // What each of these articles gets for where the words of the plan stand.
  virtual std::vector<Placement> placement(const Statistics& all,
                                           std::span<const ArticleNumber> numbers) = 0;

  // The earliest match of each story, by story; matches without one are not among them.
  virtual std::vector<StoryHead> story_heads() = 0;
  // From now on, of the matches with a story only these count.
  virtual void keep_of_stories(std::span<const ArticleNumber> numbers) = 0;

  // From now on, names of entities of which an article is less sure (0 to 100) do not count.
  virtual void leave_out_doubtful(int least_confidence) = 0;
  virtual FieldCounts count_values(const Field& field) = 0;
  virtual BarCounts count_bars(Step step) = 0;
  // The same for each part of the articles.
  virtual std::vector<BarCounts> count_bars(Step step, const FieldKeys& split) = 0;
  // For each part of the rows the articles in each part of the columns, one row after the other.
  virtual std::vector<std::uint64_t> count_pairs(const FieldKeys& rows,
                                                 const FieldKeys& columns) = 0;
  virtual Extent extent() = 0;
};

// Not thread-safe, nor are its queries beside each other.
class SegmentSearch {
 public:
  virtual ~SegmentSearch() = default;

  // Articles that are not deleted.
  virtual std::uint64_t articles() const = 0;

  // Calls use(term, articles) for the terms that begin with a prefix and that an article has which
  // is not deleted, in the order of their bytes, until it gives false.
  using TermUse = std::function<bool(std::string_view term, std::uint64_t articles)>;
  virtual void for_each_term(std::string_view prefix, const TermUse& use) const = 0;

  virtual std::unique_ptr<SegmentQuery> start(const Plan& plan, const Deadline& deadline) const = 0;

  virtual Article article(ArticleNumber number) const = 0;
  virtual std::string id(ArticleNumber number) const = 0;

  // Its ingest sequence.
  virtual std::uint64_t sequence(ArticleNumber number) const = 0;

  // When it was published, then a part of a hash of its id: greater means later. Orders articles of
  // equal scores.
  virtual std::uint64_t order(ArticleNumber number) const = 0;

  // The whole of that value, for articles whose order is equal.
  virtual std::string whole_order(ArticleNumber number) const = 0;
};

}  // namespace newsindex
