// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_entities.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "indexer/extract/labels/entity_types.h"
#include "indexer/extract/labels/labels.h"
#include "indexer/extract/labels/topic_codes.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/lines.h"
#include "schema/article_json.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using simdjson::dom::element;

std::string text_at(element value, std::initializer_list<std::string_view> names) {
  const auto found = member(value, names);
  return found ? text_of(*found) : std::string();
}

Origin origin_of(element value) {
  const std::string text = text_at(value, {"origin"});
  for (const Origin origin : {Origin::authority, Origin::rule, Origin::model})
    if (text == to_string(origin)) return origin;
  return Origin::source;
}

// Reads an integer as a percentage, and a floating-point number of at most 1 as a share of 1.
int level_of(element value, std::initializer_list<std::string_view> names) {
  constexpr int kFull = 100;
  const auto found = member(value, names);
  double number = kFull;
  if (!found || found->get(number) != simdjson::SUCCESS) return kFull;
  if (found->type() == simdjson::dom::element_type::DOUBLE && number <= 1) number *= kFull;
  return static_cast<int>(std::lround(std::clamp(number, 0.0, 100.0)));
}

bool is_own_id(std::string_view id) {
  return id.starts_with("medtop:") || id.starts_with("label:");
}

// The codes that identify a subject, the most reliable first.
std::vector<std::string> codes_of(element value) {
  std::vector<std::string> codes;
  const auto add = [&codes](element in) {
    for (const char* name : {"id", "code", "qcode", "uri", "literal"})
      if (std::string code = text_at(in, {name}); !code.empty()) codes.push_back(std::move(code));
  };
  add(value);
  if (const auto main = member(value, {"mainConcept", "mainconcept"})) add(*main);
  return codes;
}

std::optional<Topic> topic_of_object(element value) {
  const std::vector<std::string> codes = codes_of(value);
  std::string name = text_at(value, {"name", "label", "title", "text"});
  if (const auto main = member(value, {"mainConcept", "mainconcept"}); main && name.empty())
    name = text_at(*main, {"name", "label"});
  if (codes.empty() && name.empty()) return std::nullopt;
  const std::string id = text_at(value, {"id"});
  Topic topic = topic_named(codes, name, text_at(value, {"scheme"}));
  if (is_own_id(id)) topic.id = id;
  if (is_own_id(id) && !name.empty()) topic.name = name;
  topic.confidence = level_of(value, {"confidence", "score", "relevance"});
  topic.origin = origin_of(value);
  return topic;
}

template <typename Each>
void for_each_element(element value, Each each) {
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS)
    for (const element one : list) each(one);
  else
    each(value);
}

std::optional<Mention> mention_of(element value) {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  const auto first = member(value, {"start"});
  const auto last = member(value, {"end"});
  if (!first || !last || first->get(start) != simdjson::SUCCESS ||
      last->get(end) != simdjson::SUCCESS || start >= end || end > UINT32_MAX)
    return std::nullopt;
  const bool in_title = text_at(value, {"field"}) == "title";
  return Mention{in_title ? MentionField::title : MentionField::body,
                 static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
}

// Accepts only country codes; the name of a country is ignored.
std::string country_of(const std::string& text) {
  const bool is_code = text.size() == 2 && std::all_of(text.begin(), text.end(), is_upper);
  return is_code ? text : std::string();
}

Entity entity_of_object(element value, EntityType type) {
  Entity entity;
  entity.type = type;
  entity.name = text_at(value, {"name", "text", "entity", "title", "value"});
  if (const auto aliases = member(value, {"aliases", "alias", "alternateName"}))
    entity.aliases = texts_of(*aliases);
  entity.salience = level_of(value, {"salience", "relevance"});
  entity.origin = origin_of(value);
  entity.id = text_at(value, {"id"});
  entity.country = country_of(text_at(value, {"country"}));
  if (const auto mentions = member(value, {"mentions"}))
    for_each_element(*mentions, [&entity](element one) {
      if (const auto mention = mention_of(one)) entity.mentions.push_back(*mention);
    });
  return entity;
}

}  // namespace

void read_topics(element value, std::vector<Topic>& topics) {
  for_each_element(value, [&topics](element one) {
    if (one.is_object()) {
      if (auto topic = topic_of_object(one)) add_topic(topics, std::move(*topic));
      return;
    }
    for (Topic& topic : topics_in_text(text_of(one))) add_topic(topics, std::move(topic));
  });
}

void read_subjects(element value, Article& article) {
  for_each_element(value, [&article](element one) {
    if (one.is_object()) return read_topics(one, article.topics);
    for (const std::string& word : listed_texts(one)) {
      Topic topic = topic_named({word}, {}, {});
      if (is_label(topic))
        article.keywords.push_back(word);
      else
        add_topic(article.topics, std::move(topic));
    }
  });
}

void read_entities(element value, EntityType type, std::vector<Entity>& entities) {
  for_each_element(value, [type, &entities](element one) {
    if (one.is_object()) {
      if (Entity entity = entity_of_object(one, type); !entity.name.empty())
        add_entity(entities, std::move(entity));
      return;
    }
    for (const std::string& name : listed_texts(one))
      add_entity(entities, entity_of_label(type, name));
  });
}

void read_typed_entities(element value, Article& article) {
  for_each_element(value, [&article](element one) {
    const auto type =
        entity_type_named(text_at(one, {"type", "entity_type", "entityType", "category"}));
    if (type) return read_entities(one, *type, article.entities);
    for (std::string& name : listed_texts(one)) article.keywords.push_back(std::move(name));
  });
}

}  // namespace newsindex
