// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/topic_rules.h"

#include <charconv>

#include "indexer/enrich/lists/list_lines.h"
#include "schema/media_topics.h"
#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

constexpr std::string_view kLabel = "label:";

enum RuleColumn : std::size_t { kTopic, kConfidence, kQuery, kRuleColumns };

std::string hint(std::string_view text) {
  const auto topics = media_topics_named(text);
  if (topics.size() != 1) return "; an id of the Media Topics, or label: and a name, is needed";
  return " (did you mean " + media_topic_id(topics.front()->id) + ", " +
         std::string(topics.front()->name) + "?)";
}

Topic topic_in(const ListLine& line) {
  const std::string_view text = line.column(kTopic);
  Topic topic;
  topic.origin = Origin::rule;
  topic.id = text;
  if (const MediaTopic* known = media_topic_by_id(text)) {
    topic.id = media_topic_id(known->id);
    topic.name = known->name;
  } else if (text.starts_with(kLabel) && text.size() > kLabel.size()) {
    topic.name = text.substr(kLabel.size());
  } else {
    line.refuse("unknown topic '" + std::string(text) + "'" + hint(text));
  }
  return topic;
}

int confidence_in(const ListLine& line) {
  const std::string_view text = line.column(kConfidence);
  int confidence = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), confidence);
  if (error != std::errc() || stop != text.data() + text.size() || confidence < 1 ||
      confidence > 100)
    line.refuse("confidence '" + std::string(text) + "' is not a number from 1 to 100");
  return confidence;
}

RuleClause clause_in(const ListLine& line, Day today, RuleCompiler& compiler) {
  const std::string_view query = line.column(kQuery);
  if (query.empty()) line.refuse("the query is empty; it would find every article");
  try {
    return compiler.compile(parse_query(query, {Match::all, today}));
  } catch (const QueryError& error) {
    line.refuse(error.what(), place_in_query(error, query));
  }
}

}  // namespace

TopicRules TopicRules::read(const std::vector<std::filesystem::path>& files, Day today) {
  TopicRules all;
  RuleCompiler compiler;
  for (const auto& file : files) {
    const std::string text = read_list(file, "--topic-rules");
    for_each_line(file, text, [&](const ListLine& line) {
      if (line.columns() != kRuleColumns)
        line.refuse("has " + std::to_string(line.columns()) +
                    " columns; topic, confidence and query are needed, with tabs between them");
      TopicRule& rule = all.rules_.emplace_back();
      rule.topic = topic_in(line);
      rule.topic.confidence = confidence_in(line);
      rule.clause = clause_in(line, today, compiler);
    });
  }
  all.terms_ = compiler.terms();
  all.index_by_terms();
  return all;
}

void TopicRules::index_by_terms() {
  by_term_.resize(terms_.size());
  for (std::uint32_t rule = 0; rule < rules_.size(); ++rule) {
    const auto needed = terms_needed(rules_[rule].clause, terms_);
    if (!needed) always_.push_back(rule);
    if (!needed) continue;
    for (const std::uint32_t term : *needed) by_term_[term].push_back(rule);
  }
}

}  // namespace newsindex
