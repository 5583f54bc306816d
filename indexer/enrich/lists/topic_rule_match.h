// SPDX-License-Identifier: GPL-3.0-or-later
// Tries rules on one article, without an index: the words of the article are marked in one pass,
// and only rules with a word that occurs are tried.
#pragma once

#include <string>
#include <vector>

#include "indexer/enrich/lists/topic_rule_words.h"
#include "indexer/enrich/lists/topic_rules.h"
#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// Matches clauses with an article whose words were marked. Throws no errors of its own. Not
// thread-safe; made for one article.
class RuleMatch {
 public:
  RuleMatch(const Article& article, const RuleWords& words, Analyzer& analyzer)
      : article_(article), words_(words), analyzer_(analyzer) {}

  bool matches(const RuleClause& clause);

 private:
  struct Name {
    EntityType type;
    std::string folded;
    int salience;
  };

  bool has_words(const RuleClause& clause) const;
  bool has_phrase(const RuleClause& clause) const;
  bool has_near(const RuleClause& clause) const;
  bool has_value(const RuleClause& clause) const;
  bool has_topic(const RuleClause& clause) const;
  bool has_entity(const RuleClause& clause);

  const Article& article_;
  const RuleWords& words_;
  Analyzer& analyzer_;
  std::vector<Name> names_;  // of the entities, made on first use
  bool has_names_ = false;
};

// Adds the topics that the rules give. REQUIRES: `words` has seen title, lead and body.
void add_rule_topics(const TopicRules& rules, RuleWords& words, Analyzer& analyzer,
                     Article& article);

}  // namespace newsindex
