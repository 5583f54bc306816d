// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/planner.h"

#include <algorithm>
#include <set>

#include "query/search/function_words.h"
#include "query/search/scoring.h"
#include "schema/query_language/dates.h"
#include "schema/query_language/parser.h"
#include "schema/terms.h"
#include "schema/text/umlauts.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

using Kind = Clause::Kind;

Clause clause_of(Kind kind) {
  Clause clause;
  clause.kind = kind;
  return clause;
}

// Joins the parts; a single part stays as it is.
Clause joined(Kind kind, std::vector<Clause> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Clause clause = clause_of(kind);
  clause.parts = std::move(parts);
  return clause;
}

// A clause for one of these terms; their frequencies do not matter.
Clause filter(std::vector<std::string> terms) {
  Clause clause = clause_of(Kind::words);
  clause.terms = std::move(terms);
  return clause;
}

bool is_stemmed(const Node& node) { return field(node.field).matching == Matching::text; }

// The languages of top-level lang: clauses. lang:= is left out: it only filters, and words are
// looked up as without it.
std::set<std::string> languages_required(const Node& query) {
  std::set<std::string> languages;
  const auto look = [&languages](const Node& node) {
    if (node.kind == Node::Kind::whole && node.field == "lang" && !node.exact)
      languages.insert(node.text);
  };
  look(query);
  if (query.kind == Node::Kind::all_of)
    std::for_each(query.children.begin(), query.children.end(), look);
  return languages;
}

// On which sides something may be attached to a word of a phrase or of NEAR.
AffixSides sides_in_text(const Node& node, std::size_t word, std::size_t words, unsigned window) {
  if (node.exact) return {false, false};
  if (window > 0) return {};
  return {word == 0, word + 1 == words};
}

std::int64_t end_of(Day day) {
  Published published;
  published.day = next_day(day);
  return to_unix_seconds(published);
}

// Languages without a stemmer leave words as they are; "" stands for all of them.
std::string stemmer_of(const std::string& language) {
  return has_stemmer(language) ? language : std::string();
}

}  // namespace

Planner::Planner(Archive& archive, const Collection& collection, const std::string& language)
    : collection_(collection), whole_archive_(archive), word_terms_(collection) {
  std::set<std::string> stemmed;
  std::uint64_t most = 0;
  for (const auto& [each, articles] : archive.manifest().languages) {
    if (articles > 0) stemmed.insert(stemmer_of(each));
    if (articles <= most) continue;
    most = articles;
    main_language_ = each;
  }
  if (!language.empty()) {
    stemmed = {stemmer_of(language)};
    main_language_ = language;
    has_one_language_ = true;
  }
  if (stemmed.empty()) stemmed.insert("");
  all_languages_.assign(stemmed.begin(), stemmed.end());
  word_terms_.use_languages(all_languages_);
  const auto german = archive.manifest().languages.find("de");
  has_german_ = german != archive.manifest().languages.end() && german->second > 0;
}

void Planner::use_languages_of(const Node& query) {
  word_terms_.use_languages(all_languages_);
  if (has_one_language_) return;
  const std::set<std::string> required = languages_required(query);
  if (required.empty()) return;
  std::set<std::string> stemmed;
  for (const std::string& language : required) stemmed.insert(stemmer_of(language));
  word_terms_.use_languages({stemmed.begin(), stemmed.end()});
}

Plan Planner::plan(const SearchRequest& request) {
  constexpr double kSecondsInDay = 86400;
  Plan plan;
  use_languages_of(request.query);
  plan.weights = weights_ = request.weights;
  plan.query = in_time(request.query);
  if (request.match == Match::any) lighten_words_that_ask(request.query, plan.query);
  for (const Node& clause : request.prefer) plan.preferences.push_back(build(clause));
  if (request.half_life_days)
    plan.recency = Recency{end_of(request.today), *request.half_life_days * kSecondsInDay};
  number_clauses(plan);
  return plan;
}

Plan Planner::plan(const Node& query) {
  Plan plan;
  use_languages_of(query);
  plan.query = in_time(query);
  number_clauses(plan);
  return plan;
}

// If the deadline passed, the query matches nothing: a word* or name with only half of its terms
// would make a wrong query, and a term that was not read must not cause other articles to be found.
Clause Planner::in_time(const Node& query) {
  const Deadline& deadline = collection_.deadline();
  try {
    Clause clause = build(query);
    if (!deadline.stopped_work()) return clause;
  } catch (const QueryError&) {
    if (!deadline.stopped_work()) throw;
  }
  return clause_of(Kind::nothing);
}

Clause Planner::build(const Node& node) {
  switch (node.kind) {
    case Node::Kind::all: return clause_of(Kind::everything);
    case Node::Kind::word:
    case Node::Kind::phrase: return word(node);
    case Node::Kind::prefix: return prefix(node);
    case Node::Kind::near: return near(node);
    case Node::Kind::whole: return whole(node);
    case Node::Kind::label: return label(node);
    case Node::Kind::dates: return dates(node);
    case Node::Kind::ingested: return ingested(node);
    case Node::Kind::all_of: return all_parts(node, Kind::all_of);
    case Node::Kind::any_of: return all_parts(node, Kind::any_of);
    case Node::Kind::without: break;
  }
  return all_parts(node, Kind::without);
}

void Planner::lighten_words_that_ask(const Node& query, Clause& clause) {
  if (query.kind != Node::Kind::any_of || clause.parts.size() != query.children.size()) return;
  std::vector<std::string> words;
  for (const Node& child : query.children) {
    if (child.kind != Node::Kind::word || child.field != "text" || child.exact) break;
    words.push_back(folded_words(analyzer_, child.text));
  }
  const std::size_t count = words_that_ask(words);
  for (std::size_t i = 0; i < count; ++i) {
    clause.parts[i].share = weights_.function;
    clause.parts[i].is_content = false;
  }
}

Clause Planner::all_parts(const Node& node, Kind kind) {
  std::vector<Clause> parts;
  for (const Node& child : node.children) parts.push_back(build(child));
  return joined(kind, std::move(parts));
}

Clause Planner::one_word(const Node& node, std::string_view folded) {
  const std::string_view prefix = field(node.field).prefix;
  if (!is_stemmed(node)) return filter({make_term(prefix, folded)});
  std::vector<std::string> words{std::string(folded)};
  if (node.kind == Node::Kind::word)
    for (std::string& bare : words_without_glue(folded)) words.push_back(std::move(bare));
  Clause clause = filter(node.exact ? word_terms_.of_plain_word(prefix, folded)
                                    : word_terms_.of_words(prefix, words));
  clause.part = Part::text;
  if (node.field != "text" || node.kind != Node::Kind::word) return clause;
  clause.is_content = !is_function_word(folded, main_language_);
  if (!clause.is_content) clause.share = weights_.function;
  return clause;
}

// The words in order (or near each other), in each language. Something may be attached to the words
// of a phrase only at the two ends of the phrase.
Clause Planner::words_in_text(const Node& node, const std::vector<std::string>& words,
                              unsigned window) {
  const std::string_view prefix = field(node.field).prefix;
  std::set<std::vector<std::vector<std::string>>> variants;
  for (const std::string& language : word_terms_.languages()) {
    std::vector<std::vector<std::string>> places;
    for (std::size_t i = 0; i < words.size(); ++i)
      places.push_back(word_terms_.of_place(
          prefix, words[i], sides_in_text(node, i, words.size(), window), language));
    variants.insert(std::move(places));
  }
  std::vector<Clause> clauses;
  for (const std::vector<std::vector<std::string>>& places : variants) {
    Clause& clause = clauses.emplace_back(clause_of(window == 0 ? Kind::in_order : Kind::near));
    clause.part = Part::text;
    clause.places = places;
    clause.title_only = node.field == "title";
    clause.window = window;
  }
  return joined(Kind::any_of, std::move(clauses));
}

Clause Planner::several_words(const Node& node, const std::vector<std::string>& words,
                              unsigned window) {
  if (is_stemmed(node)) return words_in_text(node, words, window);
  Clause clause = clause_of(Kind::value);
  clause.field = node.field;
  clause.words = words;
  clause.window = window;
  for (const std::string& word : words)
    clause.terms.push_back(make_term(field(node.field).prefix, word));
  return clause;
}

// The article with an address, in any spelling of that address.
Clause Planner::address(std::string_view url) {
  std::vector<Clause> spellings;
  for (const std::string& spelling : canonical_spellings(url)) {
    Clause& clause = spellings.emplace_back(filter({make_term(field("url").prefix, spelling)}));
    clause.kind = Kind::address;
  }
  return joined(Kind::any_of, std::move(spellings));
}

// Köln also finds Koeln. Koeln also finds Köln, but only in German articles, where nothing else is
// spelt so. In other articles, names with umlauts are in the index in both spellings.
Clause Planner::with_umlauts(Clause found, const Node& node) {
  if (node.exact || node.kind != Node::Kind::word) return found;
  std::vector<Clause> either{std::move(found)};
  if (const std::string spelt = umlauts_spelt_out(node.text); spelt != node.text)
    if (const std::string word = folded_words(analyzer_, spelt); is_one_word(word))
      either.push_back(one_word(node, word));
  const std::string joined_word = spelt_out_umlauts_joined(folded_words(analyzer_, node.text));
  if (is_one_word(joined_word) && has_german_) {
    Clause both = clause_of(Kind::all_of);
    both.parts = {one_word(node, joined_word), filter({make_term(field("lang").prefix, "de")})};
    either.push_back(std::move(both));
  }
  return joined(Kind::any_of, std::move(either));
}

// A pasted address finds the article that has it, and articles that mention it.
Clause Planner::word(const Node& node) {
  if (node.field != "text" || node.exact || !is_web_address(node.text))
    return with_umlauts(plain_word(node), node);
  std::vector<Clause> either;
  either.push_back(address(node.text));
  either.push_back(plain_word(node));
  return joined(Kind::any_of, std::move(either));
}

Clause Planner::plain_word(const Node& node) {
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
  Clause found = words.size() == 1 ? one_word(node, words.front()) : several_words(node, words, 0);
  const bool spans_all = compounds == 1 && node.text.find(' ') == std::string::npos &&
                         first_end <= node.text.size() && !node.exact;
  if (spans_all) {
    std::vector<Clause> spellings;
    spellings.push_back(std::move(found));
    spellings.push_back(one_word(node, other_spelling));
    return joined(Kind::any_of, std::move(spellings));
  }
  if (!node.exact) return found;
  Clause exact = clause_of(Kind::exact);
  exact.title_only = node.field == "title";
  exact.words = std::move(words);
  exact.parts.push_back(std::move(found));
  return exact;
}

Clause Planner::prefix(const Node& node) {
  std::string folded;
  for (const Token& token : analyzer_.analyze(node.text))
    if (!token.joined) folded += token.term;
  if (folded.empty()) throw QueryError("'" + node.text + "*' has no word in it", node.span);
  std::set<std::string> terms;
  for (const std::string& form : affixed_forms(folded, {is_stemmed(node), false}))
    collection_.for_each_term(std::string(field(node.field).prefix) + form,
                              [&](std::string_view term, std::uint64_t) {
                                terms.emplace(term);
                                return terms.size() <= kMostExpansions;
                              });
  if (terms.size() > kMostExpansions)
    throw QueryError("'" + node.text + "*' stands for more than " +
                         std::to_string(kMostExpansions) +
                         " words; write more letters before the *",
                     node.span);
  if (is_stemmed(node))
    for (std::string& term : word_terms_.of_plain_word(field(node.field).prefix, folded))
      terms.insert(std::move(term));
  if (terms.empty()) return clause_of(Kind::nothing);
  Clause clause = filter({terms.begin(), terms.end()});
  if (is_stemmed(node)) clause.part = Part::text;
  return clause;
}

Clause Planner::near(const Node& node) {
  std::vector<std::string> words;
  for (const Node& child : node.children)
    for (const Token& token : analyzer_.analyze(child.text))
      if (!token.joined) words.emplace_back(token.term);
  if (words.size() < 2) throw QueryError("NEAR needs a word on each side", node.span);
  // NEAR/5: at most five words further on.
  return several_words(node, words, static_cast<unsigned>(words.size()) + node.distance - 1);
}

Clause Planner::whole(const Node& node) {
  const Field& whole_field = field(node.field);
  if (whole_field.matching == Matching::words)
    return filter({whole_value_term(whole_field, folded_words(analyzer_, node.text))});
  if (node.field == "id" || node.field == "story") {
    Clause clause = clause_of(node.field == "id" ? Kind::id : Kind::story);
    clause.text = node.text;
    return clause;
  }
  if (node.field == "url") return address(node.text);
  return filter({make_term(whole_field.prefix, node.text)});
}

Clause Planner::dates(const Node& node) {
  Clause clause = clause_of(Kind::days);
  clause.days = node.undated ? DayRange{kEarliestDay, kLatestDay} : node.days;
  if (!node.undated) return clause;
  Clause undated = clause_of(Kind::without);
  undated.parts = {clause_of(Kind::everything), std::move(clause)};
  return undated;
}

Clause Planner::ingested(const Node& node) {
  Clause clause = clause_of(Kind::ingested);
  clause.sequences = node.sequences;
  return clause;
}

Clause Planner::label(const Node& node) {
  const bool is_topic = node.field == "topic";
  Clause clause = clause_of(Kind::levels);
  clause.levels = terms_of_label(collection_, whole_archive_, node, analyzer_, kMostExpansions);
  if (clause.levels.empty()) return clause_of(Kind::nothing);
  clause.part = is_topic ? Part::topic : Part::entity;
  clause.weight = is_topic ? weights_.topic : weights_.entity;
  return clause;
}

std::optional<DayRange> days_required(const Node& query) {
  if (query.kind == Node::Kind::dates)
    return query.undated ? std::nullopt : std::optional(query.days);
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
