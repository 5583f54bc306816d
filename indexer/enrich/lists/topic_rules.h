// SPDX-License-Identifier: GPL-3.0-or-later
// Topics by rules: lists of queries in our own query language. One rule per line, columns separated
// by tabs:
//   topic id   confidence   query
//   medtop:20000593   90   title:(talks OR summit) (foreign NEAR/2 minister)
// The topic is one of the Media Topics tree (medtop:20000593 or 20000593) or a label of your own
// (label:budget). An article that the query would find gets the topic with that confidence. Topics
// of the source stay as they are; of several rules for one topic the highest confidence counts.
// Rules are tried in the order of the lists, so a topic: clause sees the topics that the rules
// before it gave.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/lists/topic_rule_clause.h"
#include "schema/article.h"
#include "schema/published.h"

namespace newsindex {

struct TopicRule {
  Topic topic;
  RuleClause clause;
};

// Immutable, and so thread-safe.
class TopicRules {
 public:
  // `today` is the day that today and last-7-days in a rule refer to. Throws Error(no_input) if a
  // file does not exist, Error(io) if it cannot be read, and Error(bad_data) with file, line and,
  // for a wrong query, the place in it.
  static TopicRules read(const std::vector<std::filesystem::path>& files, Day today);

  bool empty() const { return rules_.empty(); }
  const std::vector<TopicRule>& rules() const { return rules_; }
  const std::vector<RuleTerm>& terms() const { return terms_; }

  // The rules to try if a term is in the text, in order. A rule can match only if the text has one
  // of the terms that list it.
  const std::vector<std::uint32_t>& rules_with(std::uint32_t term) const { return by_term_[term]; }

  // The rules to try on every article.
  const std::vector<std::uint32_t>& always() const { return always_; }

 private:
  void index_by_terms();

  std::vector<TopicRule> rules_;
  std::vector<RuleTerm> terms_;
  std::vector<std::vector<std::uint32_t>> by_term_;
  std::vector<std::uint32_t> always_;
};

}  // namespace newsindex
