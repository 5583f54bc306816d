// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/list_lookup.h"

#include "indexer/enrich/lists/topic_rule_match.h"

namespace newsindex {

void ListLookup::read_field(MentionField field, const std::string& text,
                            std::vector<AuthorityHit>& hits) {
  const auto tokens = analyzer_.analyze(text);
  if (!rules_.empty())
    words_.add(field == MentionField::title ? RuleScope::title : RuleScope::text, tokens);
  if (!authority_.empty())
    has_running_text_ |= authority_.find(field, text, tokens, hits) == LetterCase::running;
}

std::vector<Entity> ListLookup::read(const Article& article) {
  std::vector<AuthorityHit> hits;
  has_running_text_ = false;
  words_.begin(article.language);
  read_field(MentionField::title, article.title, hits);
  if (!rules_.empty() && article.body.find(article.lead) == std::string::npos)
    words_.add(RuleScope::text, analyzer_.analyze(article.lead));
  read_field(MentionField::body, article.body, hits);
  return entities_named(authority_, std::move(hits), has_running_text_);
}

void ListLookup::add_topics(Article& article) {
  if (!rules_.empty()) add_rule_topics(rules_, words_, analyzer_, article);
}

}  // namespace newsindex
