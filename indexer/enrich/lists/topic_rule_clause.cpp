// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/topic_rule_clause.h"

#include <algorithm>
#include <array>

#include "schema/fields.h"
#include "schema/media_topics.h"
#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

using Kind = RuleClause::Kind;
using Form = RuleTerm::Form;

struct ScopeName {
  std::string_view field;
  RuleScope scope;
};
constexpr std::array kScopes{
    ScopeName{"text", RuleScope::text},       ScopeName{"title", RuleScope::title},
    ScopeName{"author", RuleScope::author},   ScopeName{"source", RuleScope::source},
    ScopeName{"section", RuleScope::section}, ScopeName{"keyword", RuleScope::keyword},
};

RuleScope scope_of(std::string_view field) {
  const auto found = std::find_if(kScopes.begin(), kScopes.end(),
                                  [field](const ScopeName& name) { return name.field == field; });
  return found->scope;
}

bool is_stemmed(const Node& node) { return field(node.field).matching == Matching::text; }

Form form_of(const Node& node) {
  return is_stemmed(node) && !node.exact ? Form::stem : Form::folded;
}

void require_words(bool has_words, const Node& node) {
  if (!has_words) throw QueryError("'" + node.text + "' has no word in it", node.span);
}

RuleClause of_kind(Kind kind, const Node& node) {
  RuleClause clause;
  clause.kind = kind;
  clause.exact = node.exact;
  clause.levels = node.levels;
  return clause;
}

RuleClause word_clause(const Node& node, std::vector<std::uint32_t> terms) {
  RuleClause clause = of_kind(Kind::words, node);
  clause.scope = scope_of(node.field);
  clause.terms = std::move(terms);
  return clause;
}

std::string listed(const std::vector<const MediaTopic*>& topics) {
  std::string list;
  for (const MediaTopic* topic : topics)
    list += (list.empty() ? "'" : ", '") + std::string(topic->name) + "' (" +
            media_topic_id(topic->id) + ")";
  return list;
}

using Terms = std::optional<std::vector<std::uint32_t>>;

Terms union_of_needed(const std::vector<RuleClause>& children, const std::vector<RuleTerm>& terms) {
  std::vector<std::uint32_t> all;
  for (const RuleClause& child : children) {
    const Terms needed = terms_needed(child, terms);
    if (!needed) return std::nullopt;
    all.insert(all.end(), needed->begin(), needed->end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Terms fewest_needed(const std::vector<RuleClause>& children, const std::vector<RuleTerm>& terms) {
  Terms fewest;
  for (const RuleClause& child : children) {
    Terms needed = terms_needed(child, terms);
    if (needed && (!fewest || needed->size() < fewest->size())) fewest = std::move(needed);
  }
  return fewest;
}

}  // namespace

RuleClause RuleCompiler::compile(const Node& node) {
  switch (node.kind) {
    case Node::Kind::all: break;
    case Node::Kind::word:
    case Node::Kind::phrase: return words(node);
    case Node::Kind::prefix: return prefix(node);
    case Node::Kind::near: return near(node);
    case Node::Kind::whole: return whole(node);
    case Node::Kind::label: return node.field == "topic" ? topic(node) : entity(node);
    case Node::Kind::ingested:
      throw QueryError("a rule cannot ask when an article came in", node.span);
    case Node::Kind::dates: {
      if (node.undated)
        throw QueryError("a rule cannot ask for articles without a date", node.span);
      RuleClause clause = of_kind(Kind::days, node);
      clause.days = node.days;
      return clause;
    }
    case Node::Kind::all_of: return with_children(node, Kind::all_of);
    case Node::Kind::any_of: return with_children(node, Kind::any_of);
    case Node::Kind::without: return with_children(node, Kind::without);
  }
  return {};
}

RuleClause RuleCompiler::with_children(const Node& node, Kind kind) {
  RuleClause clause = of_kind(kind, node);
  for (const Node& child : node.children) clause.children.push_back(compile(child));
  return clause;
}

std::uint32_t RuleCompiler::term(Form form, std::string_view word) {
  const auto number = static_cast<std::uint32_t>(numbers_.size());
  return numbers_.try_emplace(RuleTerm{form, std::string(word)}, number).first->second;
}

RuleClause RuleCompiler::words(const Node& node) {
  std::vector<std::uint32_t> terms;
  std::optional<std::uint32_t> other_spelling;
  std::size_t compounds = 0;
  for (const Token& token : analyzer_.analyze(node.text)) {
    const std::uint32_t number = term(form_of(node), token.term);
    if (!token.joined) {
      terms.push_back(number);
      continue;
    }
    other_spelling = number;
    ++compounds;
  }
  require_words(!terms.empty(), node);
  RuleClause clause = word_clause(node, std::move(terms));
  const bool spans_all = compounds == 1 && node.text.find(' ') == std::string::npos && !node.exact;
  if (!spans_all) return clause;
  RuleClause either = of_kind(Kind::any_of, node);
  either.children.push_back(std::move(clause));
  either.children.push_back(word_clause(node, {*other_spelling}));
  return either;
}

RuleClause RuleCompiler::prefix(const Node& node) {
  std::string folded;
  for (const Token& token : analyzer_.analyze(node.text))
    if (!token.joined) folded += token.term;
  require_words(!folded.empty(), node);
  return word_clause(node,
                     {term(is_stemmed(node) ? Form::stem_prefix : Form::folded_prefix, folded)});
}

RuleClause RuleCompiler::near(const Node& node) {
  std::vector<std::uint32_t> terms;
  for (const Node& child : node.children)
    for (const Token& token : analyzer_.analyze(child.text))
      if (!token.joined) terms.push_back(term(form_of(node), token.term));
  if (terms.size() < 2) throw QueryError("NEAR needs a word on each side", node.span);
  RuleClause clause = word_clause(node, std::move(terms));
  clause.kind = Kind::near;
  clause.window = static_cast<std::uint32_t>(clause.terms.size()) + node.distance - 1;
  return clause;
}

RuleClause RuleCompiler::whole(const Node& node) {
  RuleClause clause = of_kind(Kind::whole, node);
  clause.field = node.field;
  const bool is_folded = field(node.field).matching == Matching::words;
  clause.text = is_folded ? folded_words(analyzer_, node.text) : node.text;
  return clause;
}

RuleClause RuleCompiler::topic(const Node& node) {
  RuleClause clause = of_kind(Kind::topic, node);
  clause.text = folded_words(analyzer_, node.text);
  const auto topics = media_topics_named(node.text);
  if (topics.size() > 1)
    throw QueryError("topic '" + node.text + "' can be " + listed(topics), node.span);
  if (!topics.empty()) clause.media_topic = topics.front()->id;
  return clause;
}

RuleClause RuleCompiler::entity(const Node& node) {
  RuleClause clause = of_kind(Kind::entity, node);
  clause.text = folded_words(analyzer_, node.text);
  require_words(!clause.text.empty(), node);
  const auto fields = entity_fields();
  const auto found = std::find(fields.begin(), fields.end(), node.field);
  if (found != fields.end()) clause.type = static_cast<EntityType>(found - fields.begin());
  return clause;
}

std::vector<RuleTerm> RuleCompiler::terms() const {
  std::vector<RuleTerm> terms(numbers_.size());
  for (const auto& [each, number] : numbers_) terms[number] = each;
  return terms;
}

Terms terms_needed(const RuleClause& clause, const std::vector<RuleTerm>& terms) {
  switch (clause.kind) {
    case Kind::words:
    case Kind::near: {
      // All of them are needed; the longest word is likely the rarest.
      const auto longest = std::max_element(clause.terms.begin(), clause.terms.end(),
                                            [&terms](std::uint32_t a, std::uint32_t b) {
                                              return terms[a].word.size() < terms[b].word.size();
                                            });
      return std::vector{*longest};
    }
    case Kind::any_of: return union_of_needed(clause.children, terms);
    case Kind::all_of: return fewest_needed(clause.children, terms);
    case Kind::without: return terms_needed(clause.children.front(), terms);
    case Kind::every:
    case Kind::whole:
    case Kind::topic:
    case Kind::entity:
    case Kind::days: break;
  }
  return std::nullopt;
}

}  // namespace newsindex
