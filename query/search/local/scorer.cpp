// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/scorer.h"

#include "query/search/scoring.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Kind = Clause::Kind;

bool has_score(const Clause& clause) {
  return clause.part != Part::none ||
         std::any_of(clause.parts.begin(), clause.parts.end(), has_score);
}

}  // namespace

std::optional<std::int64_t> seconds_of_column_order(std::uint64_t order) {
  char bytes[sizeof order];
  for (std::size_t i = 0; i < sizeof order; ++i)
    bytes[i] = static_cast<char>(order >> (8 * (sizeof order - 1 - i)) & 0xff);
  return unix_seconds_of_order_value({bytes, sizeof bytes});
}

bool Scorer::scores() const {
  return plan_.recency || has_score(plan_.query) ||
         std::any_of(plan_.preferences.begin(), plan_.preferences.end(), has_score);
}

void Scorer::add_all(ScoreSums& sums) const {
  add_clauses(nullptr, sums);
  add_recency(sums);
}

void Scorer::add_part(Part part, ScoreSums& sums) const { add_clauses(&part, sums); }

void Scorer::add_clauses(const Part* only, ScoreSums& sums) const {
  add(plan_.query, nullptr, only, sums);
  for (const Clause& clause : plan_.preferences) {
    const DocidSpan found = matcher_.matches(clause).found;
    add(clause, &found, only, sums);
  }
}

void Scorer::add(const Clause& clause, const DocidSpan* within, const Part* only,
                 ScoreSums& sums) const {
  const bool counts = clause.part != Part::none && (only == nullptr || *only == clause.part);
  switch (clause.kind) {
    case Kind::words:
    case Kind::in_order:
    case Kind::near:
      if (counts) add_groups(clause, within, sums);
      break;
    case Kind::levels:
      if (counts) add_levels(clause, within, sums);
      break;
    case Kind::all_of:
      for (const Clause& part : clause.parts) add(part, within, only, sums);
      break;
    case Kind::exact:
    case Kind::without: add(clause.parts[0], within, only, sums); break;
    case Kind::any_of: add_any(clause, within, only, sums); break;
    default: break;
  }
}

// An article gets the scores of the parts that it matches.
void Scorer::add_any(const Clause& clause, const DocidSpan* within, const Part* only,
                     ScoreSums& sums) const {
  for (const Clause& part : clause.parts) {
    if (part.kind == Kind::words || part.kind == Kind::levels) {
      add(part, within, only, sums);
      continue;
    }
    const DocidSpan found = matcher_.matches(part).found;
    if (within == nullptr) {
      add(part, &found, only, sums);
      continue;
    }
    const DocidList both = intersection(found, *within);
    const DocidSpan narrowed = both;
    add(part, &narrowed, only, sums);
  }
}

namespace {

// Adds the score of a word to the articles that have it. length(docid) is the length of an article.
template <class Length>
void add_word(const Postings& postings, const TextWeight& weight, Length length, ScoreSums& sums) {
  sums.add(postings.docids, [&](std::size_t at) {
    return weight(postings.frequencies[at], length(postings.docids[at]));
  });
}

// For few articles, lengths are looked up one by one; for many, the whole column is read.
void add_word(const Columns& columns, const Postings& postings, const TextWeight& weight,
              ScoreSums& sums) {
  constexpr std::size_t kManyForOne = 200;
  if (postings.docids.size() * kManyForOne < columns.articles())
    return add_word(
        postings, weight, [&columns](Docid docid) { return columns.length_of(docid); }, sums);
  const std::span<const std::uint32_t> lengths = columns.lengths();
  add_word(
      postings, weight, [lengths](Docid docid) { return lengths[docid - 1]; }, sums);
}

}  // namespace

void Scorer::add_groups(const Clause& clause, const DocidSpan* within, ScoreSums& sums) const {
  const Columns& columns = matcher_.segment().columns();
  for (std::size_t i = 0; i < groups_of(clause); ++i) {
    const TermGroup& terms = matcher_.group(clause.group + i);
    if (terms.only_filters()) continue;
    const TextWeight weight(all_, plan_.weights, all_.groups[clause.group + i], clause.share);
    if (within != nullptr)
      add_word(columns, kept(terms.postings(), *within), weight, sums);
    else
      add_word(columns, terms.postings(), weight, sums);
  }
}

void Scorer::add_levels(const Clause& clause, const DocidSpan* within, ScoreSums& sums) const {
  const ClauseMatches& matches = matcher_.matches(clause);
  const auto weight = [&](std::size_t i) { return clause.weight * matches.levels[i] / 100; };
  if (within == nullptr) return sums.add(matches.own, weight);
  std::vector<double> scores;
  DocidList docids;
  for_each_common(matches.own, *within, [&](std::size_t i, std::size_t) {
    docids.push_back(matches.own[i]);
    scores.push_back(weight(i));
  });
  sums.add(docids, [&](std::size_t i) { return scores[i]; });
}

void Scorer::add_recency(ScoreSums& sums) const {
  if (!plan_.recency) return;
  const std::span<const std::uint64_t> order = matcher_.segment().columns().order();
  const DocidSpan docids = sums.docids();
  sums.add(docids, [&](std::size_t i) {
    const auto published = seconds_of_column_order(order[docids[i] - 1]);
    return published ? recency_score(*plan_.recency, plan_.weights.recency, *published) : 0.0;
  });
}

}  // namespace newsindex
