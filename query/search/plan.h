// SPDX-License-Identifier: GPL-3.0-or-later
// A query as it is run on each segment: terms as they stand in the index, joined by clauses. A plan
// is a value: it holds nothing of the archive it was made for, and prints itself for --explain.
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

// Which of the articles with a short name (see schema/archive/bearers.h) count: those of the months
// in which it means a certain person, or the others.
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
    words,       // has one of the terms, which count as if they were one word
    in_order,    // has terms of the text one after the other: of each place one
    near,        // has them in any order, at places of which the last is less than `window` further
    value,       // has the words one after the other within one value of a field (or near: window)
    exact,       // matches parts[0], and the stored text has `words` in this order
    levels,      // has one of the leveled terms; adds `weight` times the highest level / 100
    days,        // was published within `days`
    ingested,    // has an ingest sequence within `sequences`
    id,          // has this id
    address,     // has this address (the term is in terms[0])
    story,       // is a copy of this story
    all_of,      // matches all parts; scores add up
    any_of,      // matches at least one; scores of those add up
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
  double share = 1;         // words: of their score
  bool is_content = false;  // words: one word of the query, which others of it may stand close to
  DayRange days{};
  SequenceRange sequences{};
  std::string text;  // id, story
  std::vector<Clause> parts;

  // Given by number_clauses.
  std::size_t number = 0;  // of the clause in its plan
  std::size_t group = 0;   // of its first group of terms whose articles are counted
};

// --recent: dated articles get the weight of recency * 2^(-age / half_life); age counts from `now`
// (seconds since 1970) and is 0 for what is later.
struct Recency {
  std::int64_t now = 0;
  double half_life_seconds = 0;
};

struct Plan {
  Clause query;
  std::vector<Clause> preferences;  // add their scores to what matches the query
  std::optional<Recency> recency;
  Weights weights;

  // The groups of content words of the query, which add score where they stand early and close;
  // given by number_clauses. Empty when there are not two.
  std::vector<std::size_t> close;

  std::size_t clauses = 0;  // in all, given by number_clauses
  std::size_t groups = 0;
};

// At most so many words of a query are looked for close to each other.
inline constexpr std::size_t kMostCloseWords = 12;

// The content words of a clause, in the order in which they stand; not those that must not match.
std::vector<const Clause*> content_words(const Clause& clause);

// How many groups of terms a clause itself has: one word has one, a phrase one for each of its
// words.
std::size_t groups_of(const Clause& clause);

// The terms of one of these groups.
std::span<const std::string> terms_of_group(const Clause& clause, std::size_t group);

// Numbers the clauses of a plan, and their groups, in the order in which they stand.
void number_clauses(Plan& plan);

// In one line: "all_of{words{engin engine} days{1987-01-01..1987-12-31}}".
std::string to_string(const Clause& clause);
std::string to_string(const Plan& plan);

}  // namespace newsindex
