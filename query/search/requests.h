// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive is asked, a struct for each kind of search. Making one opens no archive; which
// archive, and how the answer is printed, is no part of it.
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

// Whether the best hits are asked for more words: automatic is for Match::any, where they agree.
enum class Feedback { automatic, on, off };

enum class Step { day, week, month, quarter, year };

inline constexpr std::size_t kDefaultLimit = 10;
inline constexpr std::size_t kDefaultSplit = 5;
inline constexpr std::size_t kNoLimit = 1U << 31;  // more than an archive has
inline constexpr std::size_t kDefaultSnippetLength = 200;

// Which articles.
struct QueryChoice {
  std::string query_text;  // as the user wrote it, the words joined by spaces
  Node query;              // Kind::all when no words were given
  std::string typed;  // query_text, then the --prefer clauses: what the spans of nodes point into
  Match match = Match::all;
  std::string language{};  // of its words; "": any that the archive has articles in
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

// The query says which articles may be found.
struct SimilarRequest : QueryChoice {
  std::string like{};                   // an id or address; "" where a text is given
  std::optional<std::string> text{};    // its first line is taken for the title
  std::vector<std::string> relevant{};  // ids or addresses of more examples
  std::vector<std::string> not_like{};  // ... and of what is not wanted
  bool copies = false;                  // near copies of the examples, too, and of each other
  std::size_t limit = kDefaultLimit;
  std::size_t offset = 0;
  HitDetail detail = HitDetail::text;
  bool explain = false;
  std::size_t snippet_length = kDefaultSnippetLength;  // characters
};

struct FacetRequest : QueryChoice {
  std::vector<std::string> by{};      // names in schema/fields, each once
  std::size_t limit = kDefaultLimit;  // values of a field
  bool count_stories = false;         // in place of articles
  int least_confidence = 0;           // of names of entities that count, 0 to 100
};

struct NamedQuery {
  std::string text;  // as the user wrote it
  Node query;        // its spans point into `typed` of the request
};

struct TimelineRequest : QueryChoice {
  Step step = Step::month;
  bool count_stories = false;         // in place of articles
  std::string name{};                 // of the query beside others: without filters
  std::string split{};                // a facet whose first values are series, or ""
  std::size_t limit = kDefaultSplit;  // values of it
  std::vector<NamedQuery> against{};  // series of their own
  bool share = false;                 // counts all articles in `scope`, too
  bool bursts = false;                // marks them
  Node scope{};                       // which articles shares and bursts are of
};

struct EntitiesRequest {
  std::string beginning;             // of a word of the name
  std::optional<EntityType> type{};  // only these
  bool by_name = false;              // in the order of names, not of articles
  std::size_t limit = kDefaultLimit;
  std::size_t offset = 0;
};

// The query is one label: what the others go with.
struct RelatedRequest : QueryChoice {
  std::optional<EntityType> type{};  // only these
  std::size_t limit = kDefaultLimit;
};

struct ShowRequest {
  std::vector<std::string> ids;  // or addresses
};

}  // namespace newsindex
