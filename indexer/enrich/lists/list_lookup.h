// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the words of an article for all lists: names of the authority and words of rules.
#pragma once

#include <vector>

#include "indexer/enrich/lists/authority.h"
#include "indexer/enrich/lists/topic_rule_words.h"
#include "indexer/enrich/lists/topic_rules.h"
#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// Remembers words from article to article, so keep one a thread. Not thread-safe.
class ListLookup {
 public:
  // Both must outlive this.
  ListLookup(const Authority& authority, const TopicRules& rules)
      : authority_(authority), rules_(rules), words_(rules.terms()) {}

  // Reads the article's text and returns the entities that the authority names in it (none of them
  // is added to the article). REQUIRES: its language is known, if it can be.
  std::vector<Entity> read(const Article& article);

  // Adds the topics that the rules give the article that was read last; its entities and its other
  // topics may have changed since, its text may not.
  void add_topics(Article& article);

  // For folding names.
  Analyzer& analyzer() { return analyzer_; }

 private:
  void read_field(MentionField field, const std::string& text, std::vector<AuthorityHit>& hits);

  const Authority& authority_;
  const TopicRules& rules_;
  Analyzer analyzer_;
  RuleWords words_;
  bool has_running_text_ = false;
};

}  // namespace newsindex
