// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the words of an article for all lists: names of the authority, names of the well
// known, and words of rules.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/enrich/lists/authority.h"
#include "indexer/enrich/lists/topic_rule_words.h"
#include "indexer/enrich/lists/topic_rules.h"
#include "indexer/enrich/lists/well_known.h"
#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// Remembers words from article to article, so keep one a thread. Not thread-safe.
class ListLookup {
 public:
  // All must outlive this.
  ListLookup(const Authority& authority, const Authority& well_known, const TopicRules& rules)
      : authority_(authority), well_known_(well_known), rules_(rules), words_(rules.terms()) {}

  // Reads the article's text and returns the entities that the authority names in it (none of them
  // is added to the article). REQUIRES: its language is known, if it can be.
  std::vector<Entity> read(const Article& article);

  // Tells who of the entities that were found in the article that was read last is well known: see
  // recognise and add_unseen.
  void recognise(const Article& article, const NameWords& known, std::vector<Entity>& found) const;
  void add_unseen(Unseen which, const std::vector<Entity>& taken, std::vector<Entity>& found) const;

  // Adds the topics that the rules give the article that was read last; its entities and its other
  // topics may have changed since, its text may not.
  void add_topics(Article& article);

  // For folding names.
  Analyzer& analyzer() { return analyzer_; }

 private:
  void read_field(MentionField field, const std::string& text);
  void look_up(MentionField field, const TextWords& words);

  const Authority& authority_;
  const Authority& well_known_;
  const TopicRules& rules_;
  Analyzer analyzer_;
  RuleWords words_;
  std::optional<int> year_;  // of the article
  bool has_running_text_ = false;
  std::vector<AuthorityHit> authority_hits_;
  std::vector<AuthorityHit> well_known_hits_;
};

}  // namespace newsindex
