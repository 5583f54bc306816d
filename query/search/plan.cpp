// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/plan.h"

#include <algorithm>
#include <set>

#include "query/search/date_terms.h"
#include "query/search/docid_sets.h"
#include "query/search/exact.h"
#include "query/search/labels.h"
#include "schema/query_language/parser.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Query = Xapian::Query;

Query joined(Query::op op, const std::vector<Query>& parts) {
  if (parts.size() == 1) return parts.front();
  return Query(op, parts.begin(), parts.end());
}

Query any_term(const std::vector<std::string>& terms) {
  if (terms.empty()) return Query::MatchNothing;
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

// All articles that match, with the same weight each.
Query constant(double weight, const Query& query) {
  Xapian::PostingSource* source = new Xapian::FixedWeightPostingSource(weight);
  return Query(Query::OP_FILTER, Query(source->release()), query);
}

bool is_topic(const Node& label) { return label.field == "topic"; }

Xapian::Database together(const std::vector<OpenSegment>& segments) {
  Xapian::Database all;
  for (const OpenSegment& open : segments) all.add_database(open.database);
  return all;
}

// The languages of top-level lang: clauses.
std::set<std::string> languages_required(const Node& query) {
  std::set<std::string> languages;
  const auto look = [&languages](const Node& node) {
    if (node.kind == Node::Kind::whole && node.field == "lang") languages.insert(node.text);
  };
  look(query);
  if (query.kind == Node::Kind::all_of)
    std::for_each(query.children.begin(), query.children.end(), look);
  return languages;
}

}  // namespace

Planner::Planner(Archive& archive, const std::optional<DayRange>& days)
    : archive_(archive), segments_(archive.segments(days)), database_(together(segments_)) {
  // A language without a stemmer leaves words as they are; one entry stands for all of them.
  std::set<std::string> stemmed;
  for (const auto& [language, articles] : archive.manifest().languages) {
    const bool has_articles = articles > 0;
    if (has_articles) stemmed.insert(has_stemmer(language) ? language : std::string());
  }
  if (stemmed.empty()) stemmed.insert("");
  all_languages_.assign(stemmed.begin(), stemmed.end());
  languages_ = all_languages_;
}

void Planner::use_languages_of(const Node& query) {
  languages_ = all_languages_;
  const std::set<std::string> required = languages_required(query);
  if (required.empty()) return;
  std::set<std::string> stemmed;
  for (const std::string& language : required)
    stemmed.insert(has_stemmer(language) ? language : std::string());
  languages_.assign(stemmed.begin(), stemmed.end());
}

Query Planner::plan(const Node& query, Purpose purpose) {
  purpose_ = purpose;
  use_languages_of(query);
  const Query built = build(query);
  const Query old_copies = hidden();
  return old_copies.empty() ? built : Query(Query::OP_AND_NOT, built, old_copies);
}

Query Planner::plan_preference(const Node& clause, Purpose purpose) {
  purpose_ = purpose;
  return build(clause);
}

Query Planner::build(const Node& node) {
  switch (node.kind) {
    case Node::Kind::all: return unweighted(Query::MatchAll);
    case Node::Kind::word:
    case Node::Kind::phrase: return word(node);
    case Node::Kind::prefix: return text_weight(prefix(node));
    case Node::Kind::near: return text_weight(near(node));
    case Node::Kind::whole: return unweighted(whole(node));
    case Node::Kind::label: return label(node);
    case Node::Kind::dates: return unweighted(dates(node));
    case Node::Kind::all_of: return all_of(node);
    case Node::Kind::any_of: return any_of(node);
    case Node::Kind::without: break;
  }
  return Query(Query::OP_AND_NOT, build(node.children.at(0)), build(node.children.at(1)));
}

Query Planner::all_of(const Node& node) {
  std::vector<Query> parts;
  for (const Node& child : node.children) parts.push_back(build(child));
  return joined(Query::OP_AND, parts);
}

Query Planner::any_of(const Node& node) {
  std::vector<Query> parts;
  for (const Node& child : node.children) parts.push_back(build(child));
  return joined(Query::OP_OR, parts);
}

Query Planner::unweighted(const Query& query) const {
  return purpose_ == Purpose::matching ? query : Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}

Query Planner::text_weight(const Query& query) const {
  const bool counts = purpose_ == Purpose::text || purpose_ == Purpose::ranking;
  return counts ? query : unweighted(query);
}

bool Planner::is_stemmed(const Node& node) const {
  return field(node.field).matching == Matching::text;
}

std::vector<std::string> Planner::stems_of(std::string_view folded) {
  std::set<std::string> stems;
  for (const std::string& language : languages_) {
    auto stemmer = stemmers_.find(language);
    if (stemmer == stemmers_.end()) stemmer = stemmers_.emplace(language, Stemmer(language)).first;
    stems.insert(stemmer->second.stem(folded));
  }
  return {stems.begin(), stems.end()};
}

Query Planner::term_for(const Node& node, std::string_view folded) {
  const std::string_view prefix = field(node.field).prefix;
  if (!is_stemmed(node)) return Query(make_term(prefix, folded));
  std::vector<Query> terms;
  for (const std::string& stem : stems_of(folded)) terms.emplace_back(make_term(prefix, stem));
  return joined(Query::OP_SYNONYM, terms);
}

// The words one after the other (or near each other), in each language.
Query Planner::stems_in_order(const Node& node, Query::op op, unsigned extra_window,
                              const std::vector<std::string>& words) {
  const std::string_view prefix = field(node.field).prefix;
  std::set<std::vector<std::string>> variants;
  for (std::size_t language = 0; language < languages_.size(); ++language) {
    std::vector<std::string> terms;
    for (const std::string& word : words) {
      std::string stem = word;
      if (is_stemmed(node)) {
        stems_of(word);  // makes the stemmers
        stem = stemmers_.at(languages_[language]).stem(word);
      }
      terms.push_back(make_term(prefix, stem));
    }
    variants.insert(std::move(terms));
  }
  std::vector<Query> queries;
  for (const std::vector<std::string>& terms : variants)
    queries.emplace_back(op, terms.begin(), terms.end(),
                         static_cast<Xapian::termcount>(terms.size()) + extra_window);
  return joined(Query::OP_OR, queries);
}

Query Planner::word(const Node& node) {
  std::vector<std::string> words;
  std::string other_spelling;
  std::size_t compounds = 0;
  std::uint32_t first_end = 0;
  for (const Token& token : analyzer_.analyze(node.text)) {
    if (token.joined) {
      other_spelling = token.term;
      first_end = token.end;
      ++compounds;
    } else {
      words.emplace_back(token.term);
    }
  }
  if (words.empty()) throw QueryError("'" + node.text + "' has no word in it", node.span);
  Query found = words.size() == 1 ? term_for(node, words.front())
                                  : stems_in_order(node, Query::OP_PHRASE, 0, words);
  const bool spans_all = compounds == 1 && node.text.find(' ') == std::string::npos &&
                         first_end <= node.text.size() && !node.exact;
  if (spans_all) found = Query(Query::OP_OR, found, term_for(node, other_spelling));
  if (node.exact) {
    const bool title_only = node.field == "title";
    const Query exact = query_of(exact_matches(segments_, found, words, title_only, analyzer_));
    if (purpose_ == Purpose::matching) return exact;
    return Query(Query::OP_FILTER, text_weight(found), exact);
  }
  return text_weight(found);
}

Query Planner::prefix(const Node& node) {
  std::string folded;
  for (const Token& token : analyzer_.analyze(node.text))
    if (!token.joined) folded += token.term;
  if (folded.empty()) throw QueryError("'" + node.text + "*' has no word in it", node.span);
  const std::string from = std::string(field(node.field).prefix) + folded;
  std::vector<std::string> terms;
  for (auto term = database_.allterms_begin(from); term != database_.allterms_end(from); ++term) {
    if (terms.size() == kMostExpansions)
      throw QueryError("'" + node.text + "*' stands for more than " +
                           std::to_string(kMostExpansions) +
                           " words; write more letters before the *",
                       node.span);
    terms.push_back(*term);
  }
  if (is_stemmed(node))
    for (const std::string& stem : stems_of(folded))
      terms.push_back(make_term(field(node.field).prefix, stem));
  if (terms.empty()) return Query::MatchNothing;
  return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

Query Planner::near(const Node& node) {
  std::vector<std::string> words;
  for (const Node& child : node.children)
    for (const Token& token : analyzer_.analyze(child.text))
      if (!token.joined) words.emplace_back(token.term);
  if (words.size() < 2) throw QueryError("NEAR needs a word on each side", node.span);
  // NEAR/5: five words further on at the most.
  return stems_in_order(node, Query::OP_NEAR, node.distance - 1, words);
}

Query Planner::whole(const Node& node) {
  const Field& whole_field = field(node.field);
  if (whole_field.matching == Matching::words)
    return Query(whole_value_term(whole_field, folded_words(analyzer_, node.text)));
  if (node.field == "id") return Query(id_term(node.text));
  return Query(make_term(whole_field.prefix, node.text));
}

Query Planner::label(const Node& node) {
  const auto whole_archive = [this] { return together(archive_.segments()); };
  const LeveledTerms terms =
      terms_of_label(database_, whole_archive, node, analyzer_, kMostExpansions);
  if (terms.empty()) return Query::MatchNothing;
  const bool counts = purpose_ == Purpose::ranking ||
                      purpose_ == (is_topic(node) ? Purpose::topics : Purpose::entities);
  std::vector<Query> levels;
  for (const auto& [level, of_level] : terms) {
    const double weight = (is_topic(node) ? kTopicWeight : kEntityWeight) * level / 100;
    levels.push_back(counts ? constant(weight, any_term(of_level)) : any_term(of_level));
  }
  if (counts) return joined(Query::OP_MAX, levels);
  return unweighted(joined(Query::OP_OR, levels));
}

Query Planner::dates(const Node& node) const {
  std::optional<DayRange> known;
  for (const OpenSegment& open : segments_) {
    const std::optional<DayRange>& days = open.segment.days;
    if (!days) continue;
    if (!known) known = days;
    known = DayRange{std::min(known->first, days->first), std::max(known->last, days->last)};
  }
  return known ? any_term(terms_of_days(node.days, *known)) : Query::MatchNothing;
}

Query Planner::hidden() const {
  DocidSets sets;
  for (const OpenSegment& open : segments_)
    if (!open.segment.hidden.empty())
      sets[open.database.get_uuid()] = {open.segment.hidden.begin(), open.segment.hidden.end()};
  return sets.empty() ? Query() : query_of(std::move(sets));
}

std::optional<DayRange> days_required(const Node& query) {
  if (query.kind == Node::Kind::dates) return query.days;
  if (query.kind == Node::Kind::without) return days_required(query.children.at(0));
  if (query.kind != Node::Kind::all_of) return std::nullopt;
  std::optional<DayRange> days;
  for (const Node& child : query.children) {
    const std::optional<DayRange> of_child = days_required(child);
    if (!of_child) continue;
    if (!days) days = of_child;
    days = DayRange{std::max(days->first, of_child->first), std::min(days->last, of_child->last)};
  }
  return days;
}

}  // namespace newsindex
