// SPDX-License-Identifier: GPL-3.0-or-later
// A query compiled for one article at a time: its words are numbers. It means the same as in a
// search of an archive (see newsquery help query), with the words stemmed in the language of the
// article.
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

// A word of a rule, and which words of a text it matches.
struct RuleTerm {
  enum class Form : std::uint8_t {
    stem,           // words with the same stem
    folded,         // this word only
    stem_prefix,    // words whose stem begins with it
    folded_prefix,  // words that begin with it
  } form = Form::stem;
  std::string word;
  friend auto operator<=>(const RuleTerm&, const RuleTerm&) = default;
};

// The part of an article where words are looked for.
enum class RuleScope : std::uint8_t { text, title, author, source, section, keyword };

struct RuleClause {
  enum class Kind : std::uint8_t {
    every,    // every article
    words,    // terms one after the other, in a scope
    near,     // terms within a window, in a scope
    whole,    // the whole value of `field` is `text`
    topic,    // the topic `media_topic`, or the label `text`; `levels`
    entity,   // an entity with the folded name `text`, of `type` or of any; `levels`
    days,     // published within `days`
    all_of,   // every child
    any_of,   // at least one child
    without,  // the first child, but not the second
  } kind = Kind::every;
  RuleScope scope = RuleScope::text;
  bool exact = false;  // only in title, lead and body, and not in joined spellings
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

// Compiles queries to clauses, and gives numbers to their terms. Not thread-safe.
class RuleCompiler {
 public:
  // Throws QueryError if the query is not possible in a rule, or a topic name fits several topics.
  RuleClause compile(const Node& node);

  // All terms so far; the index is the number.
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

// A set of terms, as small as possible, of which every text that the clause matches has at least
// one; nullopt if a text without any term can match.
std::optional<std::vector<std::uint32_t>> terms_needed(const RuleClause& clause,
                                                       const std::vector<RuleTerm>& terms);

}  // namespace newsindex
