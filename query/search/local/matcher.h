// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the articles of a segment that match the clauses of a plan. A clause reads whole lists only
// if nothing narrows it, else only the articles that are left. Checks of articles (phrases, exact
// words) come last, on as few articles as possible.
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

// What is known about a clause after matching.
struct ClauseMatches {
  DocidSpan found;                   // what match or match_among returned
  DocidList own;                     // the docids, unless a group of terms holds them
  std::vector<std::uint8_t> levels;  // of a levels clause: the level of each of `own`
};

// Each clause is matched once. Not thread-safe.
class Matcher {
 public:
  // All arguments must outlive it.
  Matcher(const OpenSegment& segment, const Plan& plan, const Deadline& deadline);

  // About how many postings must be read to match a clause.
  std::uint64_t work(const Clause& clause);

  // An upper estimate of the number of matching articles.
  std::uint64_t most_matches(const Clause& clause);

  // The articles that match a clause, including deleted ones: all, or those in `among`. Valid as
  // long as the matcher. If the deadline passes, some matches are missing, but none is wrong.
  DocidSpan match(const Clause& clause);
  DocidSpan match_among(const Clause& clause, DocidSpan among);

  // A group of terms, by its number. A clause has groups_of(clause) of them, from clause.group on.
  TermGroup& group(std::size_t number);
  const ClauseMatches& matches(const Clause& clause) const { return matches_[clause.number]; }

  const OpenSegment& segment() const { return segment_; }

 private:
  void look_up(const Clause& clause);

  // Articles that can match: they may still fail check().
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
  DocidList by_id_or_address(const Clause& clause) const;
  DocidList everything() const;

  DocidSpan check_order(const Clause& clause, DocidSpan candidates);
  DocidSpan check_values(const Clause& clause, DocidSpan candidates);
  DocidSpan check_text(const Clause& clause, DocidSpan candidates);
  std::vector<CodesOfWord> codes_of(const Clause& clause);
  DocidSpan keep(const Clause& clause, DocidList docids);
  // Keeps the candidates for which fits(index) is true, until the deadline passes.
  template <class Fits>
  DocidSpan filtered(const Clause& clause, DocidSpan candidates, Fits fits);
  bool must_stop_at(Docid docid);

  const OpenSegment& segment_;
  const Deadline& deadline_;
  std::uint64_t articles_;
  std::vector<TermGroup> groups_;  // by number
  std::vector<ClauseMatches> matches_;
  static constexpr Docid kAllDecided = std::numeric_limits<Docid>::max();
  Docid first_undecided_ = kAllDecided;  // of the clauses matched so far
  Analyzer analyzer_;
};

// True if a clause must be checked in each article.
bool needs_check(const Clause& clause);

}  // namespace newsindex
