// SPDX-License-Identifier: GPL-3.0-or-later
// Looks up the words of an article in all lists in one pass: names of the authority, names of the
// well-known list, and words of rules.
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

// Caches words from article to article, so keep one per thread. Not thread-safe.
class ListLookup {
 public:
  // All must outlive this.
  ListLookup(const Authority& authority, const Authority& well_known, const TopicRules& rules)
      : authority_(authority), well_known_(well_known), rules_(rules), words_(rules.terms()) {}

  // Reads the article's text and returns the entities that the authority names in it, without
  // adding them to the article. REQUIRES: the article has its language, if it can be known.
  std::vector<Entity> read(const Article& article);

  // Call the functions recognise and add_unseen (well_known.h) with the hits of the article that
  // was read last.
  void recognise(const Article& article, const NameWords& known, std::vector<Entity>& found) const;
  void add_unseen(Unseen which, const std::vector<Entity>& taken, std::vector<Entity>& found) const;

  // Adds the topics that the rules give. REQUIRES: `article` is the one that was read last, with
  // the same text; its entities and its other topics may have changed.
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
