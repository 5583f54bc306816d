// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/matcher.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/search/local/day_filter.h"
#include "query/search/local/field_values.h"
#include "query/search/local/leveled_postings.h"
#include "query/search/local/stored_text.h"
#include "schema/fields.h"

namespace newsindex {
namespace {

using Kind = Clause::Kind;

// Checks that read stored articles are done after those that read encoded words.
bool reads_articles(const Clause& clause) { return clause.kind == Kind::exact; }

}  // namespace

bool needs_check(const Clause& clause) {
  switch (clause.kind) {
    case Kind::in_order:
    case Kind::near:
    case Kind::value:
    case Kind::exact: return true;
    case Kind::all_of: return std::any_of(clause.parts.begin(), clause.parts.end(), needs_check);
    default: return false;
  }
}

Matcher::Matcher(const OpenSegment& segment, const Plan& plan, const Deadline& deadline)
    : segment_(segment),
      deadline_(deadline),
      articles_(segment.segment().documents),
      matches_(plan.clauses) {
  groups_.reserve(plan.groups);
  look_up(plan.query);
  for (const Clause& clause : plan.preferences) look_up(clause);
}

void Matcher::look_up(const Clause& clause) {
  for (std::size_t i = 0; i < groups_of(clause); ++i)
    groups_.emplace_back(segment_.terms(), terms_of_group(clause, i));
  for (const Clause& part : clause.parts) look_up(part);
}

TermGroup& Matcher::group(std::size_t number) { return groups_[number]; }

std::uint64_t Matcher::most_matches(const Clause& clause) {
  const auto of_parts = [&](auto combine, std::uint64_t start) {
    for (const Clause& part : clause.parts) start = combine(start, most_matches(part));
    return start;
  };
  switch (clause.kind) {
    case Kind::nothing: return 0;
    case Kind::id:
    case Kind::address:
    case Kind::story: return 1;
    case Kind::words: return group(clause.group).most_matches();
    case Kind::in_order:
    case Kind::near:
    case Kind::value: {
      std::uint64_t least = articles_;
      for (std::size_t i = 0; i < groups_of(clause); ++i)
        least = std::min(least, group(clause.group + i).most_matches());
      return least;
    }
    case Kind::exact:
    case Kind::without: return most_matches(clause.parts[0]);
    case Kind::all_of:
      return of_parts([](std::uint64_t a, std::uint64_t b) { return std::min(a, b); }, articles_);
    case Kind::any_of: return std::min(of_parts(std::plus<>(), 0), articles_);
    default: return articles_;
  }
}

std::uint64_t Matcher::work(const Clause& clause) {
  constexpr std::uint64_t kToCheck = 30;  // postings read in the time of one look at words
  constexpr std::uint64_t kToFetch = 2000;
  constexpr std::uint64_t kInColumn = 8;
  switch (clause.kind) {
    case Kind::words: return most_matches(clause);
    case Kind::in_order:
    case Kind::near:
    case Kind::value: return most_matches(clause) * kToCheck;
    case Kind::exact: return work(clause.parts[0]) + most_matches(clause) * kToFetch;
    case Kind::all_of: {
      const std::uint64_t least = most_matches(clause);
      std::uint64_t sum = 0;
      for (const Clause& part : clause.parts) sum += std::min(work(part), least * kToCheck);
      return sum;
    }
    case Kind::any_of:
    case Kind::without: {
      std::uint64_t sum = 0;
      for (const Clause& part : clause.parts) sum += work(part);
      return sum;
    }
    default: return articles_ / kInColumn;
  }
}

// After the deadline, what was found so far still matches. For excluded articles this is not
// enough: see without.
bool Matcher::must_stop_at(Docid docid) {
  if (!deadline_.has_passed()) return false;
  first_undecided_ = std::min(first_undecided_, docid);
  return true;
}

template <class Fits>
DocidSpan Matcher::filtered(const Clause& clause, DocidSpan candidates, Fits fits) {
  DocidList found;
  for (std::size_t i = 0; i < candidates.size() && !must_stop_at(candidates[i]); ++i)
    if (fits(i)) found.push_back(candidates[i]);
  return keep(clause, std::move(found));
}

DocidSpan Matcher::match(const Clause& clause) {
  return matches_[clause.number].found = check(clause, candidates(clause, nullptr));
}

DocidSpan Matcher::match_among(const Clause& clause, DocidSpan among) {
  return matches_[clause.number].found = check(clause, candidates(clause, &among));
}

DocidSpan Matcher::candidates(const Clause& clause, const DocidSpan* among) {
  if (must_stop_at(1)) return {};
  switch (clause.kind) {
    case Kind::everything: return among != nullptr ? *among : keep(clause, everything());
    case Kind::nothing: return {};
    case Kind::words: {
      TermGroup& terms = group(clause.group);
      return among != nullptr ? terms.read_among(*among) : terms.read();
    }
    case Kind::in_order:
    case Kind::near:
    case Kind::value: return all_groups(clause, among);
    case Kind::exact: return candidates(clause.parts[0], among);
    case Kind::levels: return levels(clause, among);
    case Kind::days: return keep(clause, days(clause, among));
    case Kind::ingested: return keep(clause, ingested(clause, among));
    case Kind::story: return keep(clause, story(clause, among));
    case Kind::id:
    case Kind::address: {
      DocidList found = by_id_or_address(clause);
      return keep(clause, among != nullptr ? intersection(found, *among) : std::move(found));
    }
    case Kind::all_of: return all_of(clause, among);
    case Kind::any_of: return any_of(clause, among);
    case Kind::without: break;
  }
  return without(clause, among);
}

DocidSpan Matcher::keep(const Clause& clause, DocidList docids) {
  return matches_[clause.number].own = std::move(docids);
}

DocidSpan Matcher::all_of(const Clause& clause, const DocidSpan* among) {
  std::vector<std::pair<std::uint64_t, const Clause*>> parts;
  for (const Clause& part : clause.parts) parts.emplace_back(most_matches(part), &part);
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  DocidSpan left;
  for (const auto& [at_most, part] : parts) {
    left = candidates(*part, among);
    among = &left;
    if (left.empty()) break;
  }
  return left;
}

DocidSpan Matcher::all_groups(const Clause& clause, const DocidSpan* among) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  for (std::size_t i = 0; i < groups_of(clause); ++i)
    order.emplace_back(group(clause.group + i).most_matches(), clause.group + i);
  std::sort(order.begin(), order.end());
  DocidSpan left;
  for (const auto& [at_most, number] : order) {
    if (at_most == 0) return {};
    left = among != nullptr ? group(number).read_among(*among) : group(number).read();
    among = &left;
  }
  return left;
}

DocidSpan Matcher::any_of(const Clause& clause, const DocidSpan* among) {
  std::vector<DocidSpan> found;
  for (const Clause& part : clause.parts) {
    const DocidSpan docids = among != nullptr ? match_among(part, *among) : match(part);
    if (!docids.empty()) found.push_back(docids);
  }
  if (found.empty()) return {};
  if (found.size() == 1) return found.front();
  return keep(clause, union_of(found, articles_));
}

// Whether an article matches does not depend on other articles. So below the first article that the
// unwanted clause did not reach, all is decided; the rest is left out.
DocidSpan Matcher::without(const Clause& clause, const DocidSpan* among) {
  const Clause& wanted = clause.parts[0];
  const DocidSpan docids = among != nullptr ? match_among(wanted, *among) : match(wanted);
  const Docid before = std::exchange(first_undecided_, kAllDecided);
  const DocidSpan unwanted = match_among(clause.parts[1], docids);
  const auto undecided = std::lower_bound(docids.begin(), docids.end(), first_undecided_);
  first_undecided_ = std::min(first_undecided_, before);
  return keep(clause, difference({docids.begin(), undecided}, unwanted));
}

DocidSpan Matcher::levels(const Clause& clause, const DocidSpan* among) {
  LeveledPostings found = read_levels(segment_, clause.levels, among);
  matches_[clause.number].levels = std::move(found.levels);
  return keep(clause, std::move(found.docids));
}

DocidList Matcher::days(const Clause& clause, const DocidSpan* among) const {
  const DayFilter filter(clause.days);
  const auto days = segment_.columns().days();
  return among != nullptr ? filter.among(*among, days) : filter.all(days);
}

// The articles for which fits(value in a column) is true.
template <class Value, class Fits>
DocidList in_column(std::span<const Value> column, const DocidSpan* among, Fits fits) {
  DocidList found;
  if (among == nullptr) {
    for (Docid docid = 1; docid <= column.size(); ++docid)
      if (fits(column[docid - 1])) found.push_back(docid);
    return found;
  }
  std::copy_if(among->begin(), among->end(), std::back_inserter(found),
               [&](Docid docid) { return fits(column[docid - 1]); });
  return found;
}

DocidList Matcher::ingested(const Clause& clause, const DocidSpan* among) const {
  return in_column(segment_.columns().sequences(), among, [&clause](std::uint64_t sequence) {
    return clause.sequences.first <= sequence && sequence <= clause.sequences.last;
  });
}

DocidList Matcher::story(const Clause& clause, const DocidSpan* among) const {
  const std::uint64_t story = column_story(clause.text);
  if (story == 0) return {};
  return in_column(segment_.columns().stories(), among,
                   [story](std::uint64_t each) { return each == story; });
}

DocidList Matcher::by_id_or_address(const Clause& clause) const {
  DocidList found;
  if (clause.kind == Kind::id) {
    if (const auto docid = segment_.find(clause.text)) found.push_back(*docid);
    return found;
  }
  const Xapian::Database& database = segment_.database();
  const auto end = database.postlist_end(clause.terms[0]);
  for (auto at = database.postlist_begin(clause.terms[0]); at != end; ++at) found.push_back(*at);
  return found;
}

DocidList Matcher::everything() const {
  DocidList docids(articles_);
  for (std::size_t i = 0; i < docids.size(); ++i) docids[i] = static_cast<Docid>(i + 1);
  return docids;
}

DocidSpan Matcher::check(const Clause& clause, DocidSpan candidates) {
  if (candidates.empty()) return candidates;
  switch (clause.kind) {
    case Kind::in_order:
    case Kind::near: return check_order(clause, candidates);
    case Kind::value: return check_values(clause, candidates);
    case Kind::exact: return check_text(clause, check(clause.parts[0], candidates));
    case Kind::all_of:
      for (const bool late : {false, true})
        for (const Clause& part : clause.parts)
          if (needs_check(part) && reads_articles(part) == late)
            candidates = check(part, candidates);
      return candidates;
    default: return candidates;
  }
}

std::vector<CodesOfWord> Matcher::codes_of(const Clause& clause) {
  std::vector<CodesOfWord> words;
  const std::size_t prefix = clause.title_only ? field("title").prefix.size() : 0;
  for (const std::vector<std::string>& place : clause.places) {
    CodesOfWord& codes = words.emplace_back();
    for (const std::string& term : place) {
      const auto entry = segment_.terms().find(std::string_view(term).substr(prefix));
      if (entry && entry->code != 0) codes.push_back(entry->code);
    }
    if (codes.empty()) return {};  // the word is in no text
  }
  return words;
}

DocidSpan Matcher::check_order(const Clause& clause, DocidSpan candidates) {
  std::vector<CodesOfWord> words = codes_of(clause);
  if (words.empty()) return {};
  WordSearch search(std::move(words), clause.title_only);
  const Terms& terms = segment_.terms();
  constexpr std::size_t kAhead = 4;
  return filtered(clause, candidates, [&](std::size_t i) {
    if (i + kAhead < candidates.size()) terms.prefetch_words(candidates[i + kAhead]);
    const std::string_view article = terms.encoded_words(candidates[i]);
    return clause.kind == Kind::near ? search.are_near(article, clause.window)
                                     : search.are_in_order(article);
  });
}

DocidSpan Matcher::check_values(const Clause& clause, DocidSpan candidates) {
  FieldValues values(segment_.columns().facet(field(clause.field)), clause.words, clause.window);
  return filtered(clause, candidates, [&](std::size_t i) { return values.match(candidates[i]); });
}

DocidSpan Matcher::check_text(const Clause& clause, DocidSpan candidates) {
  return filtered(clause, candidates, [&](std::size_t i) {
    return !segment_.deletions().contains(candidates[i]) &&
           has_words_in_order(segment_.article(candidates[i]), clause.words, clause.title_only,
                              analyzer_);
  });
}

}  // namespace newsindex
