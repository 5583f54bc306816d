// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer/article_cells.h"

#include <algorithm>
#include <array>

#include "schema/article_json.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostNames = 3;  // the number of topics and of entities shown with a hit

struct ArticleColumn {
  Column column;
  bool is_of_hits = true;
};

// Tables show the first six columns; the order of these must never change.
const std::array kArticleColumns{
    ArticleColumn{{"id", kData | kTable}},
    ArticleColumn{{"published", kData | kTable}},
    ArticleColumn{{"source", kData | kTable}},
    ArticleColumn{{"section", kData | kTable, Place::cell, {}, " > "}},
    ArticleColumn{{"title", kData | kTable}},
    ArticleColumn{{"url", kAnywhere, Place::link}},
    ArticleColumn{{"published_precision", kData}},
    ArticleColumn{{"published_evidence", kData}},
    ArticleColumn{{"published_ambiguous", kData}},
    ArticleColumn{{"modified", kData}},
    ArticleColumn{{"modified_precision", kData}},
    ArticleColumn{{"modified_evidence", kData}},
    ArticleColumn{{"modified_ambiguous", kData}},
    ArticleColumn{{"version", kData}},
    ArticleColumn{{"language", kData}},
    ArticleColumn{{"authors", kData}},
    ArticleColumn{{"lead", kData}, false},
    ArticleColumn{{"body", kData}, false},
    ArticleColumn{{"keywords", kData}},
    ArticleColumn{{"topics", kData}},
    ArticleColumn{{"entities", kData}},
    ArticleColumn{{"analysis", kData}},
    ArticleColumn{{"fingerprint", kData}},
    ArticleColumn{{"story", kData}},
    ArticleColumn{{"format", kData}, false},
    ArticleColumn{{"origin", kData}},
};

bool is_shown(const ArticleColumn& each, Shown shown) {
  return each.is_of_hits || shown == Shown::whole;
}

Cell cell_of(const Nested& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_unsigned()) return json.get<std::uint64_t>();
  const auto is_text = [](const Nested& each) { return each.is_string(); };
  if (json.is_array() && std::all_of(json.begin(), json.end(), is_text)) return json.get<Texts>();
  return json;
}

std::string joined(const Texts& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += between;
    all += part;
  }
  return all;
}

std::string published_text(const Article& article) {
  if (!article.published) return "no date";
  std::string text = to_iso(*article.published);
  std::replace(text.begin(), text.end(), 'T', ' ');
  return text + (article.published->ambiguous ? " (?)" : "");
}

template <class Named, class Level>
std::string best(const std::vector<Named>& all, Level level) {
  std::vector<const Named*> sorted;
  for (const Named& each : all) sorted.push_back(&each);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const Named* a, const Named* b) { return level(*a) > level(*b); });
  Texts names;
  for (const Named* each : sorted)
    if (names.size() < kMostNames) names.push_back(each->name + " " + std::to_string(level(*each)));
  return joined(names, ", ");
}

}  // namespace

std::vector<Column> article_columns(Shown shown) {
  std::vector<Column> columns;
  for (const ArticleColumn& each : kArticleColumns)
    if (is_shown(each, shown)) columns.push_back(each.column);
  return columns;
}

void append_article_cells(Row& row, const Article& article, Shown shown) {
  if (shown == Shown::people) {
    for (const ArticleColumn& each : kArticleColumns)
      if (each.is_of_hits) row.push_back(each.column.name == "url" ? Cell(article.url) : Cell());
    return;
  }
  Nested json = to_json(article);
  if (shown == Shown::hit && json.contains("entities"))
    for (Nested& entity : json["entities"]) entity.erase("mentions");
  for (const ArticleColumn& each : kArticleColumns) {
    if (!is_shown(each, shown)) continue;
    const auto found = json.find(each.column.name);
    row.push_back(found == json.end() ? Cell() : cell_of(*found));
  }
}

std::string facts_text(const Article& article) {
  return joined(
      {published_text(article), article.source, joined(article.section, " › "), article.id}, " · ");
}

std::string labels_text(const Article& article) {
  return joined({best(article.topics, [](const Topic& topic) { return topic.confidence; }),
                 best(article.entities, [](const Entity& entity) { return entity.salience; })},
                " · ");
}

std::string topics_text(const Article& article) {
  Texts texts;
  for (const Topic& topic : article.topics)
    texts.push_back(topic.name + " " + std::to_string(topic.confidence) + " (" +
                    std::string(to_string(topic.origin)) + ")");
  return joined(texts, ", ");
}

std::string entities_text(const Article& article, EntityType type) {
  Texts texts;
  for (const Entity& entity : article.entities) {
    if (entity.type != type) continue;
    const std::string known = joined({entity.country, entity.id}, ", ");
    texts.push_back(entity.name + (known.empty() ? "" : " [" + known + "]") + " " +
                    std::to_string(entity.salience));
  }
  return joined(texts, ", ");
}

}  // namespace newsindex
