// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/article_json.h"

#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "schema/digest.h"

namespace newsindex {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> kEntityTypes{"person", "organisation", "place"};
constexpr std::array<std::string_view, 5> kOrigins{"source", "authority", "rule", "model",
                                                   "archive"};
constexpr std::array<std::string_view, 3> kAnalyses{"none", "lists", "models"};
constexpr std::array<std::string_view, 5> kPrecisions{"year", "month", "day", "minute", "second"};

void put(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void put(Json& json, const char* name, const std::vector<std::string>& texts) {
  if (!texts.empty()) json[name] = texts;
}

void put(Json& json, const std::string& name, const std::optional<Published>& date) {
  if (!date) return;
  json[name] = to_iso(*date);
  json[name + "_precision"] = to_string(date->precision);
  if (!date->evidence.empty()) json[name + "_evidence"] = date->evidence;
  json[name + "_ambiguous"] = date->ambiguous;
}

Json topic_json(const Topic& topic) {
  return {{"id", topic.id},
          {"name", topic.name},
          {"confidence", topic.confidence},
          {"origin", to_string(topic.origin)}};
}

Json mention_json(const Mention& mention) {
  return {{"field", mention.field == MentionField::title ? "title" : "body"},
          {"start", mention.start},
          {"end", mention.end}};
}

Json entity_json(const Entity& entity) {
  Json json{{"type", to_string(entity.type)}, {"name", entity.name}};
  put(json, "id", entity.id);
  put(json, "country", entity.country);
  put(json, "aliases", entity.aliases);
  json["salience"] = entity.salience;
  json["confidence"] = entity.found_as.empty() ? entity.confidence : entity.bearer_confidence;
  json["origin"] = to_string(entity.origin);
  put(json, "found_as", entity.found_as);
  if (!entity.found_as.empty()) json["found_as_confidence"] = entity.confidence;
  Json& mentions = json["mentions"] = Json::array();
  for (const Mention& mention : entity.mentions) mentions.push_back(mention_json(mention));
  for (const Mention& mention : entity.demonyms) json["demonyms"].push_back(mention_json(mention));
  return json;
}

}  // namespace

Json to_json(const Article& article) {
  Json json;
  json["id"] = article.id;
  put(json, "url", article.url);
  put(json, "title", article.title);
  put(json, "published", article.published);
  put(json, "modified", article.modified);
  if (article.version > 0) json["version"] = article.version;
  put(json, "language", article.language);
  put(json, "source", article.source);
  put(json, "section", article.section);
  put(json, "authors", article.authors);
  put(json, "lead", article.lead);
  put(json, "body", article.body);
  put(json, "keywords", article.keywords);
  for (const Topic& topic : article.topics) json["topics"].push_back(topic_json(topic));
  for (const Entity& entity : article.entities) json["entities"].push_back(entity_json(entity));
  if (article.analysis != Analysis::none) json["analysis"] = to_string(article.analysis);
  if (article.fingerprint) json["fingerprint"] = hex_digits(*article.fingerprint);
  put(json, "story", article.story);
  json["format"] = kArticleMark;
  json["origin"] = Json{{"path", article.origin.path}};
  put(json["origin"], "entry", article.origin.entry);
  json["origin"]["record"] = article.origin.record;
  return json;
}

std::string json_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view to_string(EntityType type) { return kEntityTypes[static_cast<std::size_t>(type)]; }
std::string_view to_string(Origin origin) { return kOrigins[static_cast<std::size_t>(origin)]; }
std::string_view to_string(Analysis analysis) {
  return kAnalyses[static_cast<std::size_t>(analysis)];
}
std::string_view to_string(Precision precision) {
  return kPrecisions[static_cast<std::size_t>(precision)];
}

}  // namespace newsindex
