// SPDX-License-Identifier: GPL-3.0-or-later
// Topics by rules: lists of queries in our own query language. One rule a line, with tabs between:
//   topic id   confidence   query
//   medtop:20000593   90   title:(talks OR summit) (foreign NEAR/2 minister)
// The topic is one of the Media Topics tree (medtop:20000593 or 20000593) or a label of its own
// (label:budget). An article that the query would find gets the topic with that confidence. What
// the source said stays as it is; of several rules for one topic the highest confidence counts.
// Rules are tried in the order of the lists, so a topic: clause sees what the rules before it gave.
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
  // `today` is what today and last-7-days in a rule count from. Throws Error(no_input) when a file
  // does not exist, and Error(bad_data) naming file, line and, for a wrong query, the place in it.
  static TopicRules read(const std::vector<std::filesystem::path>& files, Day today);

  bool empty() const { return rules_.empty(); }
  const std::vector<TopicRule>& rules() const { return rules_; }
  const std::vector<RuleTerm>& terms() const { return terms_; }

  // Rules to be tried when a term is in the text: no other term can make them match. In order.
  const std::vector<std::uint32_t>& rules_with(std::uint32_t term) const { return by_term_[term]; }

  // Rules to be tried on every article.
  const std::vector<std::uint32_t>& always() const { return always_; }

 private:
  void index_by_terms();

  std::vector<TopicRule> rules_;
  std::vector<RuleTerm> terms_;
  std::vector<std::vector<std::uint32_t>> by_term_;
  std::vector<std::uint32_t> always_;
};

}  // namespace newsindex
