// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/labels.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "query/search/entity_terms.h"
#include "schema/fields.h"
#include "schema/media_topics.h"
#include "schema/nearest_name.h"
#include "schema/query_language/parser.h"
#include "schema/query_language/proposal.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostListed = 8;

using LevelTerms = std::vector<LeveledTerm>;

void add_terms(const Collection& searched, const Field& field, const std::string& key,
               const Levels& levels, LevelTerms& terms) {
  for (LeveledTerm& term : level_terms(searched, field, key)) {
    const bool is_wanted = term.level >= levels.least && term.level <= levels.most;
    if (is_wanted && std::find(terms.begin(), terms.end(), term) == terms.end())
      terms.push_back(std::move(term));
  }
}

bool has_key(const Collection& segments, const Field& field, const std::string& key) {
  return segments.has_term(level_term_prefix(field, key));
}

// True if `words` are in `key` as whole words next to each other.
bool contains_words(std::string_view key, std::string_view words) {
  for (std::size_t at = key.find(words); at != std::string_view::npos;
       at = key.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) return true;
  }
  return false;
}

std::set<std::string> keys_with_words(const Collection& segments, const Field& field,
                                      const std::string& words, std::size_t most,
                                      const Node& clause) {
  std::set<std::string> keys;
  segments.for_each_term(field.prefix, [&](std::string_view term, std::uint64_t) {
    const std::string_view key = key_of_level_term(field, term);
    if (contains_words(key, words)) keys.emplace(key);
    if (keys.size() > most)
      throw QueryError("'" + clause.text + "' is part of more than " + std::to_string(most) +
                           " names; write more of the name",
                       clause.span);
    return true;
  });
  return keys;
}

std::set<std::string> keys_named(const Collection& segments, const Field& field,
                                 const std::string& key, bool canonical_only) {
  std::set<std::string> keys;
  if (has_key(segments, field, key)) keys.insert(key);
  if (canonical_only) return keys;
  const std::string prefix = alias_term_prefix(field, key);
  segments.for_each_term(prefix, [&](std::string_view term, std::uint64_t) {
    keys.emplace(term.substr(prefix.size()));
    return true;
  });
  return keys;
}

std::string described(const MediaTopic& topic) {
  return "'" + std::string(topic.name) + "' (" + media_topic_id(topic.id) + ")";
}

std::string listed(const std::vector<const MediaTopic*>& topics) {
  std::string list;
  for (std::size_t i = 0; i < topics.size() && i < kMostListed; ++i)
    list += (i > 0 ? ", " : "") + described(*topics[i]);
  if (topics.size() > kMostListed) list += ", ...";
  return list;
}

std::vector<std::string> known_topic_names(const Collection& segments, const Field& field) {
  std::vector<std::string> names;
  for (const MediaTopic& topic : media_topics())
    if (!topic.retired) names.emplace_back(topic.name);
  segments.for_each_term(field.prefix, [&](std::string_view term, std::uint64_t) {
    const std::string_view key = key_of_level_term(field, term);
    const bool is_number_of_tree = key.empty() || (key[0] >= '0' && key[0] <= '9');
    if (!is_number_of_tree && names.back() != key) names.emplace_back(key);
    return true;
  });
  return names;
}

QueryError unknown_topic(const Collection& segments, const Field& field, const Node& clause) {
  const std::string nearest = nearest_name(clause.text, known_topic_names(segments, field));
  return QueryError(
      "unknown topic '" + clause.text + "'" +
          (nearest.empty() ? "" : hint(" (did you mean ", clause_text("topic", nearest), "?)")),
      clause.span);
}

void add_topic(const Collection& searched, WholeArchive& whole_archive, const Node& clause,
               Analyzer& analyzer, LevelTerms& terms) {
  const Field& topic_field = field("topic");
  const std::string label = folded_words(analyzer, clause.text);
  const bool is_topic = media_topic_by_name(clause.text) || media_topic_by_id(clause.text) ||
                        media_topic_by_common_name(clause.text);
  const bool is_here = !label.empty() && has_key(searched, topic_field, label);
  if (is_here) add_terms(searched, topic_field, label, clause.levels, terms);
  // A label is a whole name. If it exists, topics whose names contain it are not searched.
  const bool is_label =
      is_here || (!is_topic && !label.empty() && has_key(whole_archive(), topic_field, label));
  if (is_label && !is_topic) return;
  const auto topics = media_topics_named(clause.text);
  if (topics.empty()) throw unknown_topic(whole_archive(), topic_field, clause);
  if (topics.size() > 1)
    throw QueryError("topic '" + clause.text + "' can be " + listed(topics), clause.span);
  const std::string id = media_topic_id(topics.front()->id);
  add_terms(searched, topic_field, std::string(topic_key(id)), clause.levels, terms);
}

constexpr std::string_view kLabelPrefix = "label:";

// The key of the one topic or label that an exact clause names.
std::string exact_topic_key(WholeArchive& whole_archive, const Node& clause, Analyzer& analyzer) {
  const Field& topic_field = field("topic");
  if (const MediaTopic* topic = media_topic_by_id(clause.text))
    return std::string(topic_key(media_topic_id(topic->id)));
  const std::string_view text = clause.text;
  if (text.starts_with(kLabelPrefix))
    return folded_words(analyzer, text.substr(kLabelPrefix.size()));
  std::string label = folded_words(analyzer, text);
  const MediaTopic* topic = media_topic_by_name(text);
  const bool is_label = !label.empty() && has_key(whole_archive(), topic_field, label);
  if (topic == nullptr && !is_label) throw unknown_topic(whole_archive(), topic_field, clause);
  if (topic == nullptr) return label;
  const std::string id = media_topic_id(topic->id);
  if (is_label)
    throw QueryError("'" + clause.text + "' is a topic and a label of sources; write topic:=" + id +
                         " or topic:=\"label:" + label + "\"",
                     clause.span);
  return std::string(topic_key(id));
}

std::string key_of(const Node& clause, Analyzer& analyzer) {
  std::string key = folded_words(analyzer, clause.text);
  if (key.empty()) throw QueryError("'" + clause.text + "' has no word in it", clause.span);
  return key;
}

std::vector<const Field*> fields_of(const Node& clause) {
  if (clause.field != "entity") return {&field(clause.field)};
  std::vector<const Field*> fields;
  for (const std::string_view each : entity_fields()) fields.push_back(&field(each));
  return fields;
}

std::vector<EntityKeys> keys_by_name(const Collection& archive, const Node& clause,
                                     Analyzer& analyzer) {
  const std::string key = key_of(clause, analyzer);
  std::vector<EntityKeys> named;
  for (const Field* each : fields_of(clause))
    if (auto keys = keys_named(archive, *each, key, clause.exact); !keys.empty())
      named.push_back({each, std::move(keys)});
  return named;
}

// Searches all names of the archive.
std::vector<EntityKeys> keys_by_part(const Collection& archive, const Node& clause,
                                     Analyzer& analyzer, std::size_t most_names) {
  const std::string key = key_of(clause, analyzer);
  std::vector<EntityKeys> named;
  for (const Field* each : fields_of(clause))
    if (auto keys = keys_with_words(archive, *each, key, most_names, clause); !keys.empty())
      named.push_back({each, std::move(keys)});
  return named;
}

}  // namespace

const Collection& WholeArchive::operator()() {
  if (!all_) all_.emplace(archive_);
  return *all_;
}

void WholeArchive::count_search(const Node& clause) {
  if (++searches_ > kMostSearches)
    throw QueryError("more than " + std::to_string(kMostSearches) +
                         " names of the query are no whole names of the archive; write whole "
                         "names, or ask in several queries",
                     clause.span);
}

std::string_view key_of_level_term(const Field& field, std::string_view term) {
  const std::size_t slash = term.rfind('/');
  return term.substr(field.prefix.size(), slash - field.prefix.size());
}

std::vector<EntityKeys> entity_keys(const Collection& whole_archive, const Node& clause,
                                    Analyzer& analyzer, std::size_t most_names) {
  auto named = keys_by_name(whole_archive, clause, analyzer);
  return named.empty() && !clause.exact ? keys_by_part(whole_archive, clause, analyzer, most_names)
                                        : named;
}

std::vector<LeveledTerm> terms_of_label(const Collection& searched, WholeArchive& whole_archive,
                                        const Node& clause, Analyzer& analyzer,
                                        std::size_t most_names) {
  LevelTerms terms;
  if (clause.field == "topic" && clause.exact) {
    const std::string key = exact_topic_key(whole_archive, clause, analyzer);
    add_terms(searched, field("topic"), key, clause.levels, terms);
  } else if (clause.field == "topic") {
    add_topic(searched, whole_archive, clause, analyzer, terms);
  } else {
    auto keys_of_names = keys_by_name(whole_archive(), clause, analyzer);
    if (keys_of_names.empty() && !clause.exact) {
      whole_archive.count_search(clause);
      keys_of_names = keys_by_part(whole_archive(), clause, analyzer, most_names);
    }
    for (const EntityKeys& named : keys_of_names)
      for (const std::string& key : named.keys)
        add_terms(searched, *named.field, key, clause.levels, terms);
  }
  std::stable_sort(terms.begin(), terms.end(), [](const LeveledTerm& a, const LeveledTerm& b) {
    return std::tie(a.level, a.term) < std::tie(b.level, b.term);
  });
  return terms;
}

bool has_word_beginning(std::string_view name, std::string_view beginning) {
  for (std::size_t at = name.find(beginning); at != std::string_view::npos;
       at = name.find(beginning, at + 1))
    if (at == 0 || name[at - 1] == ' ') return true;
  return false;
}

}  // namespace newsindex
