// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/plan.h"

#include <charconv>

#include "schema/query_language/sequences.h"

namespace newsindex {
namespace {

using Kind = Clause::Kind;

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::everything: return "everything";
    case Kind::nothing: return "nothing";
    case Kind::words: return "words";
    case Kind::in_order: return "in_order";
    case Kind::near: return "near";
    case Kind::value: return "value";
    case Kind::exact: return "exact";
    case Kind::levels: return "levels";
    case Kind::days: return "days";
    case Kind::ingested: return "ingested";
    case Kind::id: return "id";
    case Kind::address: return "address";
    case Kind::story: return "story";
    case Kind::all_of: return "all_of";
    case Kind::any_of: return "any_of";
    case Kind::without: break;
  }
  return "without";
}

std::string shown(double number) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

// "XPERobama/088"; of a short name "XPERobama/088[2009-01..2017-06]" or "...[not ...]".
std::string shown(const LeveledTerm& each) {
  if (!each.only) return each.term;
  std::string months;
  for (const MonthRange& range : each.only->months)
    months += (months.empty() ? "" : " ") + to_string(range);
  return each.term + (each.only->others ? "[not " : "[") + months + "]";
}

// The terms that fit one place of a phrase: "term|other".
std::string joined_terms(const std::vector<std::string>& terms) {
  std::string text;
  for (const std::string& term : terms) text += (text.empty() ? "" : "|") + term;
  return text;
}

// The text between the braces of a clause.
std::string inside(const Clause& clause) {
  std::string text;
  const auto add = [&text](const std::string& each) { text += (text.empty() ? "" : " ") + each; };
  if (clause.title_only) add("title");
  if (clause.kind == Kind::days) add(to_iso(clause.days.first) + ".." + to_iso(clause.days.last));
  if (clause.kind == Kind::ingested) add(to_string(clause.sequences));
  if (!clause.text.empty()) add(clause.text);
  if (clause.window > 0) add("within " + std::to_string(clause.window) + ":");
  for (const std::string& term : clause.terms) add(term);
  for (const std::vector<std::string>& place : clause.places) add(joined_terms(place));
  if (clause.kind == Kind::exact)
    for (const std::string& word : clause.words) add(word);
  for (const LeveledTerm& each : clause.levels) add(shown(each));
  if (!clause.levels.empty()) add("* " + shown(clause.weight));
  if (clause.share != 1) add("* " + shown(clause.share));
  for (const Clause& part : clause.parts) add(to_string(part));
  return text;
}

void number(Clause& clause, Plan& plan) {
  clause.number = plan.clauses++;
  clause.group = plan.groups;
  plan.groups += groups_of(clause);
  for (Clause& part : clause.parts) number(part, plan);
}

}  // namespace

std::size_t groups_of(const Clause& clause) {
  switch (clause.kind) {
    case Kind::words: return 1;
    case Kind::in_order:
    case Kind::near: return clause.places.size();
    case Kind::value: return clause.terms.size();
    default: return 0;
  }
}

std::span<const std::string> terms_of_group(const Clause& clause, std::size_t group) {
  if (clause.kind == Kind::words) return clause.terms;
  if (clause.kind == Kind::value) return std::span(clause.terms).subspan(group, 1);
  return clause.places[group];
}

std::vector<const Clause*> content_words(const Clause& clause) {
  if (clause.is_content) return {&clause};
  std::vector<const Clause*> words;
  if (clause.kind != Kind::all_of && clause.kind != Kind::any_of && clause.kind != Kind::without)
    return words;
  for (const Clause& part : clause.parts) {
    const std::vector<const Clause*> of_part = content_words(part);
    words.insert(words.end(), of_part.begin(), of_part.end());
    if (clause.kind == Kind::without) break;
  }
  return words;
}

void number_clauses(Plan& plan) {
  plan.clauses = plan.groups = 0;
  number(plan.query, plan);
  for (Clause& clause : plan.preferences) number(clause, plan);
  plan.close.clear();
  for (const Clause* word : content_words(plan.query))
    if (plan.close.size() < kMostCloseWords) plan.close.push_back(word->group);
  if (plan.close.size() < 2) plan.close.clear();
}

std::string to_string(const Clause& clause) {
  const std::string text = inside(clause);
  return text.empty() ? name_of(clause.kind) : name_of(clause.kind) + ("{" + text + "}");
}

std::string to_string(const Plan& plan) {
  std::string text = to_string(plan.query);
  for (const Clause& clause : plan.preferences) text += " prefer " + to_string(clause);
  if (plan.recency) text += " recent{" + shown(plan.recency->half_life_seconds / 86400) + " days}";
  return text;
}

}  // namespace newsindex
