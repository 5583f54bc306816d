// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/topic_rule_match.h"

#include <algorithm>
#include <array>

#include "schema/media_topics.h"

namespace newsindex {
namespace {

using Kind = RuleClause::Kind;
using RuleHits = std::vector<RuleHit>;

bool is_in_text(RuleScope scope) { return scope == RuleScope::text || scope == RuleScope::title; }

bool is_in_scope(const RuleHit& hit, RuleScope scope) {
  return scope == RuleScope::text ? is_in_text(hit.scope) : hit.scope == scope;
}

// The first hit in the scope at or after a position.
RuleHits::const_iterator next_hit(const RuleHits& hits, std::uint32_t position, RuleScope scope) {
  auto at = std::lower_bound(
      hits.begin(), hits.end(), position,
      [](const RuleHit& hit, std::uint32_t value) { return hit.position < value; });
  while (at != hits.end() && !is_in_scope(*at, scope)) ++at;
  return at;
}

bool is_at(const RuleHits& hits, std::uint32_t position, const RuleClause& clause) {
  for (auto at = next_hit(hits, position, clause.scope);
       at != hits.end() && at->position == position; ++at)
    if (is_in_scope(*at, clause.scope) && !(clause.exact && at->joined)) return true;
  return false;
}

std::vector<std::string> values_of(const Article& article, RuleScope scope) {
  switch (scope) {
    case RuleScope::author: return article.authors;
    case RuleScope::source: return {article.source};
    case RuleScope::section: return article.section;
    case RuleScope::keyword: return article.keywords;
    case RuleScope::text:
    case RuleScope::title: break;
  }
  return {};
}

struct ValueField {
  std::string_view name;
  RuleScope scope;
};
constexpr std::array kValueFields{
    ValueField{"author", RuleScope::author}, ValueField{"source", RuleScope::source},
    ValueField{"section", RuleScope::section}, ValueField{"keyword", RuleScope::keyword}};

bool is_between(int level, const Levels& levels) {
  return level >= levels.least && level <= levels.most;
}

bool is_below(const Topic& topic, std::uint32_t media_topic) {
  const MediaTopic* known = media_topic_by_id(topic.id);
  for (; known != nullptr; known = find_media_topic(known->parent))
    if (known->id == media_topic) return true;
  return false;
}

// True if `words` stand next to each other in `name`, as whole words.
bool contains_words(std::string_view name, std::string_view words) {
  const std::string spaced = " " + std::string(name) + " ";
  return spaced.find(" " + std::string(words) + " ") != std::string::npos;
}

void add_topic(const Topic& topic, std::vector<Topic>& topics) {
  const auto known = std::find_if(topics.begin(), topics.end(),
                                  [&topic](const Topic& other) { return other.id == topic.id; });
  if (known == topics.end())
    topics.push_back(topic);
  else if (known->origin != Origin::source && known->confidence < topic.confidence)
    *known = topic;
}

}  // namespace

bool RuleMatch::matches(const RuleClause& clause) {
  const auto child_matches = [this](const RuleClause& child) { return matches(child); };
  const auto& children = clause.children;
  switch (clause.kind) {
    case Kind::every: return true;
    case Kind::words: return has_words(clause);
    case Kind::near: return has_near(clause);
    case Kind::whole: return has_value(clause);
    case Kind::topic: return has_topic(clause);
    case Kind::entity: return has_entity(clause);
    case Kind::days: {
      if (!article_.published) return false;
      const DayRange covered = days_covered(*article_.published);
      return clause.days.first <= covered.first && covered.last <= clause.days.last;
    }
    case Kind::all_of: return std::all_of(children.begin(), children.end(), child_matches);
    case Kind::any_of: return std::any_of(children.begin(), children.end(), child_matches);
    case Kind::without: break;
  }
  return matches(children[0]) && !matches(children[1]);
}

bool RuleMatch::has_words(const RuleClause& clause) const {
  if (clause.terms.size() > 1) return has_phrase(clause);
  const RuleHits& hits = words_.hits(clause.terms.front());
  // A plain word is found in the values of fields, too.
  if (clause.scope == RuleScope::text && !clause.exact) return !hits.empty();
  return next_hit(hits, 0, clause.scope) != hits.end();
}

bool RuleMatch::has_phrase(const RuleClause& clause) const {
  for (const RuleHit& first : words_.hits(clause.terms.front())) {
    if (!is_in_scope(first, clause.scope) || (clause.exact && first.joined)) continue;
    std::uint32_t position = first.position;
    const bool is_phrase = std::all_of(
        clause.terms.begin() + 1, clause.terms.end(),
        [&](std::uint32_t term) { return is_at(words_.hits(term), ++position, clause); });
    if (is_phrase) return true;
  }
  return false;
}

bool RuleMatch::has_near(const RuleClause& clause) const {
  // True if the other terms follow the leftmost one within the window, each at a place of its own.
  const auto is_near = [&](std::size_t leftmost, std::uint32_t start) {
    std::vector<std::uint32_t> taken{start};
    for (std::size_t i = 0; i < clause.terms.size(); ++i) {
      if (i == leftmost) continue;
      const RuleHits& hits = words_.hits(clause.terms[i]);
      auto at = next_hit(hits, start + 1, clause.scope);
      while (at != hits.end() && std::find(taken.begin(), taken.end(), at->position) != taken.end())
        at = next_hit(hits, at->position + 1, clause.scope);
      if (at == hits.end() || at->position - start >= clause.window) return false;
      taken.push_back(at->position);
    }
    return true;
  };
  for (std::size_t leftmost = 0; leftmost < clause.terms.size(); ++leftmost)
    for (const RuleHit& hit : words_.hits(clause.terms[leftmost]))
      if (is_in_scope(hit, clause.scope) && is_near(leftmost, hit.position)) return true;
  return false;
}

bool RuleMatch::has_value(const RuleClause& clause) const {
  if (clause.field == "id") return article_.id == clause.text;
  if (clause.field == "url") return article_.url == clause.text;
  if (clause.field == "lang") return article_.language == clause.text;
  for (const ValueField& field : kValueFields) {
    if (field.name != clause.field) continue;
    for (const std::string& value : values_of(article_, field.scope))
      if (folded_words(analyzer_, value) == clause.text) return true;
  }
  return false;
}

bool RuleMatch::has_topic(const RuleClause& clause) const {
  int highest = -1;
  for (const Topic& topic : article_.topics) {
    const bool is_it = clause.media_topic != 0 && is_below(topic, clause.media_topic);
    const bool is_label = folded_words(analyzer_, topic.name) == clause.text;
    if (is_it || is_label) highest = std::max(highest, topic.confidence);
  }
  return highest >= 0 && is_between(highest, clause.levels);
}

bool RuleMatch::has_entity(const RuleClause& clause) {
  if (!has_names_) {
    for (const Entity& entity : article_.entities) {
      names_.push_back({entity.type, folded_words(analyzer_, entity.name), entity.salience});
      for (const std::string& alias : entity.aliases)
        names_.push_back({entity.type, folded_words(analyzer_, alias), entity.salience});
    }
    has_names_ = true;
  }
  return std::any_of(names_.begin(), names_.end(), [&clause](const Name& name) {
    return (!clause.type || name.type == *clause.type) &&
           is_between(name.salience, clause.levels) && contains_words(name.folded, clause.text);
  });
}

void add_rule_topics(const TopicRules& rules, RuleWords& words, Analyzer& analyzer,
                     Article& article) {
  for (const ValueField& field : kValueFields)
    for (const std::string& value : values_of(article, field.scope))
      words.add(field.scope, analyzer.analyze(value));
  std::vector<std::uint32_t> candidates = rules.always();
  for (const std::uint32_t term : words.found()) {
    const auto& more = rules.rules_with(term);
    candidates.insert(candidates.end(), more.begin(), more.end());
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  RuleMatch match(article, words, analyzer);
  for (const std::uint32_t candidate : candidates) {
    const TopicRule& rule = rules.rules()[candidate];
    if (match.matches(rule.clause)) add_topic(rule.topic, article.topics);
  }
}

}  // namespace newsindex
