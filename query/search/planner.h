// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the tree of a query into a plan for the segments of an archive.
//
// A word is looked up by its stem in every language of the archive, and with what some languages
// attach to it (see word_terms.h). A topic is looked up in the Media Topics tree and among the
// labels of the archive, an entity by any of its names. A clause that can match nothing is only an
// error if it must be a mistake: a topic that does not exist.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/search/collection.h"
#include "query/search/labels.h"
#include "query/search/plan.h"
#include "query/search/requests.h"
#include "query/search/word_terms.h"
#include "schema/archive/archive.h"
#include "schema/query_language/ast.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// One word* or one part of a name stands for at most this many terms.
inline constexpr std::size_t kMostExpansions = 1000;

// Plans queries on one collection. Not thread-safe.
class Planner {
 public:
  // `collection` holds the segments of the archive that are searched. Both must outlive the
  // planner. Words are read in `language` (ISO 639-1); if it is empty, in all languages of the
  // archive.
  Planner(Archive& archive, const Collection& collection, const std::string& language = {});

  // A plan that also ranks: the query with the clauses of --prefer and recency. Throws QueryError
  // for a topic that does not exist or is ambiguous, and for a word* with too many expansions.
  Plan plan(const SearchRequest& request);

  // A plan that only says which articles match.
  Plan plan(const Node& query);

 private:
  Clause in_time(const Node& query);
  Clause build(const Node& node);
  Clause all_parts(const Node& node, Clause::Kind kind);
  Clause word(const Node& node);
  Clause plain_word(const Node& node);
  Clause with_umlauts(Clause found, const Node& node);
  Clause address(std::string_view url);
  Clause one_word(const Node& node, std::string_view folded);
  Clause several_words(const Node& node, const std::vector<std::string>& words, unsigned window);
  Clause words_in_text(const Node& node, const std::vector<std::string>& words, unsigned window);
  Clause prefix(const Node& node);
  Clause near(const Node& node);
  Clause whole(const Node& node);
  Clause dates(const Node& node);
  static Clause ingested(const Node& node);
  Clause label(const Node& node);
  void use_languages_of(const Node& query);
  void lighten_words_that_ask(const Node& query, Clause& clause);

  const Collection& collection_;
  WholeArchive whole_archive_;
  WordTerms word_terms_;
  std::vector<std::string> all_languages_;
  bool has_one_language_ = false;  // `language` was given
  bool has_german_ = false;
  std::string main_language_;  // of most articles; its function words are used for queries
  Weights weights_;
  Analyzer analyzer_;
};

// The days in which every match must lie, if the query limits them.
std::optional<DayRange> days_required(const Node& query);

}  // namespace newsindex
