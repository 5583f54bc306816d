// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/list_lookup.h"

#include "indexer/enrich/lists/topic_rule_match.h"
#include "indexer/enrich/lists/well_known.h"

namespace newsindex {

void ListLookup::read_field(MentionField field, const std::string& text) {
  const auto tokens = analyzer_.analyze(text);
  if (!rules_.empty())
    words_.add(field == MentionField::title ? RuleScope::title : RuleScope::text, tokens);
  if (!authority_.empty() || !well_known_.empty()) look_up(field, TextWords(text, tokens));
}

void ListLookup::look_up(MentionField field, const TextWords& words) {
  authority_.find(field, words, year_, authority_hits_);
  well_known_.find(field, words, year_, well_known_hits_);
  has_running_text_ |= words.letter_case == LetterCase::running;
}

std::vector<Entity> ListLookup::read(const Article& article) {
  authority_hits_.clear();
  well_known_hits_.clear();
  has_running_text_ = false;
  year_ = article.published ? std::optional(int(article.published->day.year())) : std::nullopt;
  words_.begin(article.language);
  read_field(MentionField::title, article.title);
  if (!rules_.empty() && article.body.find(article.lead) == std::string::npos)
    words_.add(RuleScope::text, analyzer_.analyze(article.lead));
  read_field(MentionField::body, article.body);
  return entities_named(authority_, authority_hits_, has_running_text_);
}

void ListLookup::recognise(const Article& article, const NameWords& known,
                           std::vector<Entity>& found) const {
  newsindex::recognise(well_known_, well_known_hits_, article, known, found);
}

void ListLookup::add_unseen(Unseen which, const std::vector<Entity>& taken,
                            std::vector<Entity>& found) const {
  newsindex::add_unseen(well_known_, well_known_hits_, which, has_running_text_, taken, found);
}

void ListLookup::add_topics(Article& article) {
  if (!rules_.empty()) add_rule_topics(rules_, words_, analyzer_, article);
}

}  // namespace newsindex
