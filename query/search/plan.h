// SPDX-License-Identifier: GPL-3.0-or-later
// From a query's tree to Xapian's queries on the segments of an archive.
//
// A word is looked up by its stem in every language that the archive has articles in. A topic is
// resolved in the Media Topics tree and among the labels of the archive; an entity by any of its
// names. What can match nothing is an error only where it must be a mistake: a topic that does not
// exist.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/archive/archive.h"
#include "schema/query_language/ast.h"
#include "schema/text/analyzer.h"
#include "schema/text/stemmer.h"

namespace newsindex {

// What a plan is for.
enum class Purpose {
  matching,  // which articles: no weights
  text,      // the weight of the text alone; topics and entities only filter
  topics,    // the weight of topic: clauses alone
  entities,  // the weight of person:, org:, place: and entity: clauses alone
  ranking,   // all of them
};

// What a whole clause of full confidence adds to a score. A word that is in one article of a
// hundred adds about 5, so a topic weighs about half such a word, a named entity the whole of one.
inline constexpr double kTopicWeight = 2.5;
inline constexpr double kEntityWeight = 5.0;

// At most this many terms stand for one word* or one part of a name.
inline constexpr std::size_t kMostExpansions = 1000;

// Plans queries for one set of segments. Not thread-safe.
class Planner {
 public:
  // Plans for the segments of the archive that can hold articles of these days (all when empty);
  // their old copies are never found. The archive must outlive the planner.
  explicit Planner(Archive& archive, const std::optional<DayRange>& days = {});

  // All segments as one database.
  const Xapian::Database& database() const { return database_; }
  const std::vector<OpenSegment>& segments() const { return segments_; }

  // Throws QueryError for a topic that does not exist or is ambiguous, and for a word* with too
  // many expansions.
  Xapian::Query plan(const Node& query, Purpose purpose);

  // A clause of --prefer: its weight, for articles that match it.
  Xapian::Query plan_preference(const Node& clause, Purpose purpose);

 private:
  using Query = Xapian::Query;

  Query build(const Node& node);
  Query all_of(const Node& node);
  Query any_of(const Node& node);
  Query word(const Node& node);
  Query stems_in_order(const Node& node, Query::op op, unsigned extra_window,
                       const std::vector<std::string>& words);
  Query term_for(const Node& node, std::string_view folded);
  Query prefix(const Node& node);
  Query near(const Node& node);
  Query whole(const Node& node);
  Query label(const Node& node);
  Query dates(const Node& node) const;
  Query hidden() const;
  Query unweighted(const Query& query) const;
  Query text_weight(const Query& query) const;
  bool is_stemmed(const Node& node) const;
  std::vector<std::string> stems_of(std::string_view folded);
  void use_languages_of(const Node& query);

  Archive& archive_;
  std::vector<OpenSegment> segments_;
  Xapian::Database database_;
  std::vector<std::string> languages_;  // that queries are stemmed by
  std::vector<std::string> all_languages_;
  std::map<std::string, Stemmer> stemmers_;
  Analyzer analyzer_;
  Purpose purpose_ = Purpose::matching;
};

// The days that every match must lie in, when the query says so.
std::optional<DayRange> days_required(const Node& query);

}  // namespace newsindex
