// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles of a segment match the clauses of a plan. Lists are made whole where there is
// nothing to narrow them, else only among what is left; what needs a look into articles (phrases,
// exact words) comes last, on as few as possible.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "query/search/local/docid_lists.h"
#include "query/search/local/term_group.h"
#include "query/search/local/word_order.h"
#include "query/search/plan.h"
#include "schema/archive/archive.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// What is known of a clause after it was matched.
struct ClauseMatches {
  DocidSpan found;                   // what match or match_among gave
  DocidList own;                     // the docids, unless they stand in a group of terms
  std::vector<std::uint8_t> levels;  // of a clause of levels: the level of each of `own`
};

// Each clause is matched once. Not thread-safe.
class Matcher {
 public:
  // All must outlive it.
  Matcher(const OpenSegment& segment, const Plan& plan, const Deadline& deadline);

  // About how many postings are read to match a clause.
  std::uint64_t work(const Clause& clause);

  // At most about so many articles match.
  std::uint64_t at_most(const Clause& clause);

  // The articles that match a clause, deleted ones too: all of them, or those in `among`. Valid as
  // long as the matcher. Once the deadline has passed, some of them: none that does not match.
  DocidSpan match(const Clause& clause);
  DocidSpan match_among(const Clause& clause, DocidSpan among);

  // The groups of terms of a clause: groups_of(clause) of them from this one on.
  TermGroup& group(std::size_t number);
  const ClauseMatches& matches(const Clause& clause) const { return matches_[clause.number]; }

  const OpenSegment& segment() const { return segment_; }

 private:
  void look_up(const Clause& clause);

  // Articles that can match: those that do but for what has to be checked.
  DocidSpan candidates(const Clause& clause, const DocidSpan* among);
  DocidSpan check(const Clause& clause, DocidSpan candidates);

  DocidSpan all_of(const Clause& clause, const DocidSpan* among);
  DocidSpan any_of(const Clause& clause, const DocidSpan* among);
  DocidSpan without(const Clause& clause, const DocidSpan* among);
  DocidSpan all_groups(const Clause& clause, const DocidSpan* among);
  DocidSpan levels(const Clause& clause, const DocidSpan* among);
  DocidList days(const Clause& clause, const DocidSpan* among) const;
  DocidList ingested(const Clause& clause, const DocidSpan* among) const;
  DocidList story(const Clause& clause, const DocidSpan* among) const;
  DocidList one_of_its_kind(const Clause& clause) const;
  DocidList everything() const;

  DocidSpan check_order(const Clause& clause, DocidSpan candidates);
  DocidSpan check_values(const Clause& clause, DocidSpan candidates);
  DocidSpan check_text(const Clause& clause, DocidSpan candidates);
  std::vector<CodesOfWord> codes_of(const Clause& clause);
  DocidSpan keep(const Clause& clause, DocidList docids);
  // Those that fit(docid), until the deadline passes.
  template <class Fits>
  DocidSpan kept_that(const Clause& clause, DocidSpan candidates, Fits fits);
  bool must_stop_at(Docid docid);

  const OpenSegment& segment_;
  const Deadline& deadline_;
  std::uint64_t articles_;
  std::vector<TermGroup> groups_;  // by number
  std::vector<ClauseMatches> matches_;
  static constexpr Docid kAllDecided = std::numeric_limits<Docid>::max();
  Docid first_undecided_ = kAllDecided;  // of the clauses that were matched
  Analyzer analyzer_;
};

// True when a clause needs a look into articles.
bool needs_check(const Clause& clause);

}  // namespace newsindex
