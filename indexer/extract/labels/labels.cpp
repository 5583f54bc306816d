// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/labels/labels.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/extract/text/rule_words.h"
#include "schema/media_topics.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestAcronym = 6;  // opec, unctad; but not euratom, comecon

std::string folded(std::string_view label) {
  std::string out = lower(label);
  for (char& c : out)
    if (c == '_' || c == '-') c = ' ';
  return out;
}

using TopicNames = std::unordered_map<std::string, const MediaTopic*>;

// Returns a map: searching the tree for every label of every article would take longer than the
// rest.
TopicNames topic_names() {
  TopicNames names;
  for (const MediaTopic& topic : media_topics()) {
    const auto [place, added] = names.emplace(folded(topic.name), &topic);
    if (!added && place->second->retired && !topic.retired) place->second = &topic;
  }
  return names;
}

const MediaTopic* media_topic_of(std::string_view label) {
  static const TopicNames names = topic_names();
  if (const MediaTopic* topic = media_topic_by_id(label)) return topic;
  const auto found = names.find(folded(label));
  return found == names.end() ? nullptr : found->second;
}

bool is_code(std::string_view label) {
  return std::all_of(label.begin(), label.end(), [](char c) { return is_lower(c) || c == '-'; });
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; }

std::string in_capitals(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), upper);
  return out;
}

std::string readable_word(EntityType type, std::string_view word, bool first_of_several,
                          bool alone) {
  static const WordSet& countries = people_words("country_code");
  static const WordSet& particles = people_words("particle");
  std::string out(word);
  const bool acronym = type == EntityType::organisation && (alone || first_of_several) &&
                       word.size() <= kLongestAcronym;
  if (acronym || (type == EntityType::place && countries.contains(word))) return in_capitals(word);
  if (type == EntityType::person && !alone && particles.contains(word)) return out;
  if (!out.empty()) out[0] = upper(out[0]);
  return out;
}

std::string readable(EntityType type, std::string_view label) {
  const bool alone = label.find('-') == std::string_view::npos;
  std::string name;
  for (std::size_t start = 0; start <= label.size();) {
    const std::size_t end = std::min(label.find('-', start), label.size());
    const std::string_view word = label.substr(start, end - start);
    if (!name.empty() && !word.empty()) name += ' ';
    name += readable_word(type, word, start == 0 && !alone, alone);
    start = end + 1;
  }
  return name;
}

}  // namespace

Topic topic_of_label(std::string_view label) {
  Topic topic;
  if (const MediaTopic* known = media_topic_of(label)) {
    topic.id = media_topic_id(known->id);
    topic.name = known->name;
  } else {
    topic.id = "label:" + std::string(label);
    topic.name = label;
  }
  return topic;
}

Entity entity_of_label(EntityType type, std::string_view label) {
  Entity entity;
  entity.type = type;
  entity.name = is_code(label) ? readable(type, label) : std::string(label);
  if (label.find('-') != std::string_view::npos && entity.name != label)
    entity.aliases.emplace_back(label);
  return entity;
}

void add_topic(std::vector<Topic>& topics, Topic topic) {
  const bool known = std::any_of(topics.begin(), topics.end(),
                                 [&topic](const Topic& other) { return other.id == topic.id; });
  if (!known) topics.push_back(std::move(topic));
}

void add_entity(std::vector<Entity>& entities, Entity entity) {
  const auto same = std::find_if(entities.begin(), entities.end(), [&entity](const Entity& other) {
    return other.type == entity.type && other.name == entity.name;
  });
  if (same == entities.end()) {
    entities.push_back(std::move(entity));
    return;
  }
  for (std::string& alias : entity.aliases)
    if (std::find(same->aliases.begin(), same->aliases.end(), alias) == same->aliases.end())
      same->aliases.push_back(std::move(alias));
}

}  // namespace newsindex
