// SPDX-License-Identifier: GPL-3.0-or-later
// A query as it is run on each segment: terms of the index, joined by clauses. A plan is a value:
// it refers to nothing in the archive that it was made for, and can be printed for --explain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/search/weights.h"
#include "schema/archive/bearers.h"
#include "schema/published.h"
#include "schema/query_language/ast.h"

namespace newsindex {

// The part of a score that a clause adds to (see Explanation in results.h).
enum class Part { none, text, topic, entity, feedback };

// Which articles with a short name (see schema/archive/bearers.h) count: those of the months in
// which it stands for a certain person, or all others.
struct ShortNameUse {
  std::vector<MonthRange> months;
  bool others = false;  // the articles of all other months count
  friend bool operator==(const ShortNameUse&, const ShortNameUse&) = default;
};

// A term of a topic or an entity, with its confidence or salience.
struct LeveledTerm {
  std::string term;
  int level = 0;
  std::optional<ShortNameUse> only{};
  friend bool operator==(const LeveledTerm&, const LeveledTerm&) = default;
};

struct Clause {
  enum class Kind {
    everything,  // all articles
    nothing,     // none
    words,       // has one of the terms, which count as one word
    in_order,    // has terms of the text one after the other, one for each place
    near,        // the same in any order; the last place is less than `window` after the first
    value,       // has the words in order within one value of a field (or near each other: window)
    exact,       // matches parts[0], and the stored text has `words` in this order
    levels,      // has one of the leveled terms; adds `weight` times the highest level / 100
    days,        // was published within `days`
    ingested,    // has an ingest sequence within `sequences`
    id,          // has this id
    address,     // has this address (the term is in terms[0])
    story,       // is a copy of this story
    all_of,      // matches all parts; scores add up
    any_of,      // matches at least one part; scores of the matching parts add up
    without,     // matches parts[0], but not parts[1]
  };
  Kind kind = Kind::everything;
  Part part = Part::none;
  std::vector<std::string> terms;
  std::vector<std::vector<std::string>> places;  // in_order, near: the terms that stand for a word
  bool title_only = false;                       // in_order, near, exact: in the title
  unsigned window = 0;                           // near, value; 0: one after the other
  std::string field;                             // value
  std::vector<std::string> words;                // exact, value: folded, not stemmed
  std::vector<LeveledTerm> levels;
  double weight = 0;
  double share = 1;         // words: factor of their score
  bool is_content = false;  // words: a word of the query that may stand close to others of it
  DayRange days{};
  SequenceRange sequences{};
  std::string text;  // id, story
  std::vector<Clause> parts;

  // Set by number_clauses.
  std::size_t number = 0;  // of the clause in its plan
  std::size_t group = 0;   // of its first group of terms whose articles are counted
};

// --recent: a dated article gets weight of recency * 2^(-age / half_life). The age is counted back
// from `now` (seconds since 1970); it is 0 for later articles.
struct Recency {
  std::int64_t now = 0;
  double half_life_seconds = 0;
};

struct Plan {
  Clause query;
  std::vector<Clause> preferences;  // add scores to what matches the query
  std::optional<Recency> recency;
  Weights weights;

  // The groups of the content words of the query, which add score if they stand early and close to
  // each other. Set by number_clauses; empty if there are fewer than two.
  std::vector<std::size_t> close;

  std::size_t clauses = 0;  // in all; set by number_clauses
  std::size_t groups = 0;
};

// How many words of a query are looked for close to each other, at most.
inline constexpr std::size_t kMostCloseWords = 12;

// The content words of a clause in their order, without those of excluded parts.
std::vector<const Clause*> content_words(const Clause& clause);

// The number of groups of terms that a clause has itself: 1 for a word, one per word for a phrase.
std::size_t groups_of(const Clause& clause);

// The terms of one of these groups.
std::span<const std::string> terms_of_group(const Clause& clause, std::size_t group);

// Numbers the clauses of a plan and their groups, in their order.
void number_clauses(Plan& plan);

// As one line: "all_of{words{engin engine} days{1987-01-01..1987-12-31}}".
std::string to_string(const Clause& clause);
std::string to_string(const Plan& plan);

}  // namespace newsindex
