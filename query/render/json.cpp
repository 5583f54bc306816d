// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include <nlohmann/json.hpp>

#include "query/render/render.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

using Json = nlohmann::ordered_json;

Json archive_json(const ArchiveState& state) {
  return {
      {"uuid", state.uuid}, {"revision", state.revision}, {"schema_version", state.schema_version}};
}

// An answer that has nothing of a damaged segment says so.
void add_left_out(Json& json, const ArchiveState& state) {
  if (state.left_out.empty()) return;
  json["incomplete"] = true;
  json["left_out"] = state.left_out;
}

Json head(const ArchiveState& state) {
  Json json{{"version", kAnswerVersion}, {"archive", archive_json(state)}};
  add_left_out(json, state);
  return json;
}

Json head(const ArchiveState& state, const std::string& query, std::uint64_t total) {
  Json json = head(state);
  json["query"] = query;
  json["total"] = total;
  return json;
}

Json ranges_json(const Snippet& snippet) {
  Json ranges = Json::array();
  for (const auto& [start, end] : snippet.matches) ranges.push_back({start, end});
  return ranges;
}

Json snippet_json(const Snippet& snippet) {
  return {{"text", snippet.text},
          {"matches", ranges_json(snippet)},
          {"cut_before", snippet.cut_before},
          {"cut_after", snippet.cut_after}};
}

// A hit shows the article without its text: `show` gives that.
Json hit_json(const Hit& hit, std::uint64_t rank) {
  Json json{{"rank", rank}, {"score", hit.score}};
  Json article = to_json(hit.article);
  for (const char* left_out : {"body", "lead", "format"}) article.erase(left_out);
  if (article.contains("entities"))
    for (Json& entity : article["entities"]) entity.erase("mentions");
  json.update(article);
  json["title_matches"] = ranges_json(hit.title);
  json["snippet"] = snippet_json(hit.snippet);
  if (hit.copies > 0) json["copies"] = hit.copies;
  if (const auto& parts = hit.explanation)
    json["explanation"] = {{"text", parts->text},
                           {"topic", parts->topic},
                           {"entity", parts->entity},
                           {"recency", parts->recency}};
  return json;
}

Json shown_json(const ShowAnswer& answer, std::size_t i) {
  Json json = to_json(answer.articles[i]);
  if (answer.copies[i] > 0) json["copies"] = answer.copies[i];
  return json;
}

Json value_json(const FacetValue& value) {
  Json json{{"name", value.name}};
  if (!value.id.empty()) json["id"] = value.id;
  json["articles"] = value.articles;
  return json;
}

Json facet_json(const Facet& facet) {
  Json json{{"field", facet.field},
            {"exact", facet.exact},
            {"different", facet.different},
            {"without", facet.without},
            {"values", Json::array()}};
  for (const FacetValue& value : facet.values) json["values"].push_back(value_json(value));
  return json;
}

Json entity_json(const KnownEntity& entity) {
  Json json{{"type", to_string(entity.type)}, {"name", entity.name}};
  if (!entity.id.empty()) json["id"] = entity.id;
  if (!entity.country.empty()) json["country"] = entity.country;
  json["aliases"] = entity.aliases;
  json["articles"] = entity.articles;
  if (!entity.first.empty()) json["first"] = entity.first;
  if (!entity.last.empty()) json["last"] = entity.last;
  return json;
}

Json related_json(const RelatedEntity& entity) {
  return {{"type", to_string(entity.type)},
          {"name", entity.name},
          {"score", entity.score},
          {"together", entity.together},
          {"articles", entity.articles}};
}

void print(std::ostream& out, const Json& json) { out << json_line(json) << '\n'; }

// A line of JSON lines: what it is about first, then which archive said so.
void print_line(std::ostream& out, Json json, const ArchiveState& state) {
  json["archive"] = archive_json(state);
  add_left_out(json, state);
  print(out, json);
}

}  // namespace

void render_json(std::ostream& out, const SearchAnswer& answer) {
  Json json = head(answer.archive, answer.query, answer.total);
  json["offset"] = answer.offset;
  json["hits"] = Json::array();
  std::uint64_t rank = answer.offset;
  if (answer.collapsed) json["counted"] = "stories";
  for (const Hit& hit : answer.hits) json["hits"].push_back(hit_json(hit, ++rank));
  if (!answer.tree.empty()) json["parsed"] = answer.tree;
  if (!answer.plan.empty()) json["xapian"] = answer.plan;
  print(out, json);
}

void render_json(std::ostream& out, const CountAnswer& answer) {
  print(out, head(answer.archive, answer.query, answer.total));
}

void render_json(std::ostream& out, const FacetAnswer& answer) {
  Json json = head(answer.archive, answer.query, answer.total);
  if (answer.of_stories) json["counted"] = "stories";
  json["facets"] = Json::array();
  for (const Facet& facet : answer.facets) json["facets"].push_back(facet_json(facet));
  print(out, json);
}

void render_json(std::ostream& out, const TimelineAnswer& answer) {
  Json json = head(answer.archive, answer.query, answer.total);
  if (answer.of_stories) json["counted"] = "stories";
  json["without"] = answer.without;
  json["bars"] = Json::array();
  for (const TimelineBar& bar : answer.bars)
    json["bars"].push_back({{"when", bar.when}, {"articles", bar.articles}});
  print(out, json);
}

void render_json(std::ostream& out, const EntitiesAnswer& answer) {
  Json json = head(answer.archive, answer.query, answer.total);
  json["offset"] = answer.offset;
  json["entities"] = Json::array();
  for (const KnownEntity& entity : answer.entities) json["entities"].push_back(entity_json(entity));
  print(out, json);
}

void render_json(std::ostream& out, const RelatedAnswer& answer) {
  Json json = head(answer.archive, answer.query, answer.total);
  json["names"] = answer.names;
  json["related"] = Json::array();
  for (const RelatedEntity& entity : answer.related)
    json["related"].push_back(related_json(entity));
  print(out, json);
}

void render_json(std::ostream& out, const ShowAnswer& answer) {
  Json json = head(answer.archive);
  json["articles"] = Json::array();
  for (std::size_t i = 0; i < answer.articles.size(); ++i)
    json["articles"].push_back(shown_json(answer, i));
  json["missing"] = answer.missing;
  print(out, json);
}

void render_jsonl(std::ostream& out, const SearchAnswer& answer) {
  std::uint64_t rank = answer.offset;
  for (const Hit& hit : answer.hits) print_line(out, hit_json(hit, ++rank), answer.archive);
}

void render_jsonl(std::ostream& out, const CountAnswer& answer) { render_json(out, answer); }

void render_jsonl(std::ostream& out, const FacetAnswer& answer) {
  for (const Facet& facet : answer.facets) {
    for (const FacetValue& value : facet.values) {
      Json json{{"field", facet.field}, {"exact", facet.exact}};
      json.update(value_json(value));
      print_line(out, std::move(json), answer.archive);
    }
  }
}

void render_jsonl(std::ostream& out, const TimelineAnswer& answer) {
  for (const TimelineBar& bar : answer.bars)
    print_line(out, {{"when", bar.when}, {"articles", bar.articles}}, answer.archive);
}

void render_jsonl(std::ostream& out, const EntitiesAnswer& answer) {
  for (const KnownEntity& entity : answer.entities)
    print_line(out, entity_json(entity), answer.archive);
}

void render_jsonl(std::ostream& out, const RelatedAnswer& answer) {
  for (const RelatedEntity& entity : answer.related)
    print_line(out, related_json(entity), answer.archive);
}

void render_jsonl(std::ostream& out, const ShowAnswer& answer) {
  for (std::size_t i = 0; i < answer.articles.size(); ++i) {
    Json json = shown_json(answer, i);
    add_left_out(json, answer.archive);
    print(out, json);
  }
}

}  // namespace newsindex
