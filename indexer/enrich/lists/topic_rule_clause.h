// SPDX-License-Identifier: GPL-3.0-or-later
// A query in the form in which it is tried on one article: its words are numbers. It means what the
// same query means in a search of an archive (see newsquery help query), with the words stemmed in
// the language of the article.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schema/article.h"
#include "schema/query_language/ast.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// A word of a rule, and which words of a text it stands for.
struct RuleTerm {
  enum class Form : std::uint8_t {
    stem,           // those of the same stem
    folded,         // this word alone
    stem_prefix,    // those whose stem begins so
    folded_prefix,  // those that begin so
  } form = Form::stem;
  std::string word;
  friend auto operator<=>(const RuleTerm&, const RuleTerm&) = default;
};

// Where words stand.
enum class RuleScope : std::uint8_t { text, title, author, source, section, keyword };

struct RuleClause {
  enum class Kind : std::uint8_t {
    every,    // every article
    words,    // terms one after the other, in a scope
    near,     // terms within a window, in a scope
    whole,    // the whole value of a field: text
    topic,    // media_topic, or a label: text; levels
    entity,   // the folded name of an entity of a type, or of any: text; levels
    days,     // published within
    all_of,   // every child
    any_of,   // at least one child
    without,  // the first child, but not the second
  } kind = Kind::every;
  RuleScope scope = RuleScope::text;
  bool exact = false;  // in title, lead and body alone, and not in other spellings of a phrase
  std::uint32_t window = 0;
  std::uint32_t media_topic = 0;
  std::optional<EntityType> type;
  std::string field;
  std::string text;
  Levels levels;
  DayRange days{};
  std::vector<std::uint32_t> terms;
  std::vector<RuleClause> children;
};

// Makes clauses of queries; their terms get numbers. Not thread-safe.
class RuleCompiler {
 public:
  // Throws QueryError for what a query cannot mean: a topic name that fits several.
  RuleClause compile(const Node& node);

  // The terms so far, by their numbers.
  std::vector<RuleTerm> terms() const;

 private:
  RuleClause with_children(const Node& node, RuleClause::Kind kind);
  RuleClause words(const Node& node);
  RuleClause prefix(const Node& node);
  RuleClause near(const Node& node);
  RuleClause whole(const Node& node);
  RuleClause topic(const Node& node);
  RuleClause entity(const Node& node);
  std::uint32_t term(RuleTerm::Form form, std::string_view word);

  Analyzer analyzer_;
  std::map<RuleTerm, std::uint32_t> numbers_;
};

// The fewest terms of which at least one is in every text that the clause matches; nullopt when a
// text without any term can match.
std::optional<std::vector<std::uint32_t>> terms_needed(const RuleClause& clause,
                                                       const std::vector<RuleTerm>& terms);

}  // namespace newsindex
