// SPDX-License-Identifier: GPL-3.0-or-later
// The requests to an archive, a struct for each kind of search. A request does not open an archive;
// it does not say which archive to use, nor how to print the answer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "query/search/results.h"
#include "query/search/weights.h"
#include "schema/article.h"
#include "schema/published.h"
#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace newsindex {

enum class Sort { relevance, newest, oldest };

// Whether words of the best hits are added to the query; automatic: for Match::any, if the best
// hits agree.
enum class Feedback { automatic, on, off };

enum class Step { day, week, month, quarter, year };

inline constexpr std::size_t kDefaultLimit = 10;
inline constexpr std::size_t kDefaultSplit = 5;
inline constexpr std::size_t kNoLimit = 1U << 31;  // more than an archive has
inline constexpr std::size_t kDefaultSnippetLength = 200;

// Which articles are wanted.
struct QueryChoice {
  std::string query_text;  // as the user wrote it, the words joined by spaces
  Node query;              // Kind::all when no words were given
  std::string typed;  // query_text, then the --prefer clauses; the spans of nodes point into it
  Match match = Match::all;
  std::string language{};  // of the words; "": all languages of the archive
  Day today{};
};

struct SearchRequest : QueryChoice {
  std::vector<Node> prefer{};              // --prefer: adds score, does not filter
  std::optional<double> half_life_days{};  // --recent
  Sort sort = Sort::relevance;
  Feedback feedback = Feedback::automatic;
  Weights weights{};
  std::size_t limit = kDefaultLimit;
  std::size_t offset = 0;
  HitDetail detail = HitDetail::text;
  bool explain = false;
  bool collapse = false;                               // one copy of each story
  std::size_t snippet_length = kDefaultSnippetLength;  // characters
};

// The query limits which articles may be found.
struct SimilarRequest : QueryChoice {
  std::string like{};                   // an id or address; "" where a text is given
  std::optional<std::string> text{};    // its first line is the title
  std::vector<std::string> relevant{};  // ids or addresses of more examples
  std::vector<std::string> not_like{};  // ... and of unwanted articles
  bool copies = false;  // also find near-duplicates of the examples and of each other
  std::size_t limit = kDefaultLimit;
  std::size_t offset = 0;
  HitDetail detail = HitDetail::text;
  bool explain = false;
  std::size_t snippet_length = kDefaultSnippetLength;  // characters
};

struct FacetRequest : QueryChoice {
  std::vector<std::string> by{};      // names in schema/fields, each once
  std::size_t limit = kDefaultLimit;  // values of a field
  bool count_stories = false;         // instead of articles
  int least_confidence = 0;  // names of entities below this confidence (0 to 100) do not count
};

struct NamedQuery {
  std::string text;  // as the user wrote it
  Node query;        // its spans point into `typed` of the request
};

struct TimelineRequest : QueryChoice {
  Step step = Step::month;
  bool count_stories = false;  // instead of articles
  std::string name{};          // how the query is named beside others: its text without filters
  std::string split{};         // a facet whose most frequent values become series, or ""
  std::size_t limit = kDefaultSplit;  // number of values for `split`
  std::vector<NamedQuery> against{};  // more queries, each a series
  bool share = false;                 // also count all articles in `scope`
  bool bursts = false;                // mark bursts
  Node scope{};                       // the articles that shares and bursts are relative to
};

struct EntitiesRequest {
  std::string beginning;             // of a word of the name
  std::optional<EntityType> type{};  // only these
  bool by_name = false;              // sort by name, not by number of articles
  std::size_t limit = kDefaultLimit;
  std::size_t offset = 0;
};

// The query is one label; related entities are searched for it.
struct RelatedRequest : QueryChoice {
  std::optional<EntityType> type{};  // only these
  std::size_t limit = kDefaultLimit;
};

struct ShowRequest {
  std::vector<std::string> ids;  // or addresses
};

}  // namespace newsindex
