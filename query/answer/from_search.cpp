// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer/from_search.h"

#include <algorithm>

#include "query/answer/article_cells.h"
#include "query/answer/cells.h"
#include "query/answer/numbers.h"
#include "query/search/corrections.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

void add_columns(std::vector<Column>& columns, std::vector<Column> more) {
  columns.insert(columns.end(), more.begin(), more.end());
}

// ---- search

std::string range_text(const SearchAnswer& found) {
  const std::string all = counted(found.total, found.collapsed);
  if (found.total == 0) return "no article matches";
  if (found.hits.empty())
    return all + (found.total == 1 ? " matches" : " match") + ", none from number " +
           grouped(found.offset + 1);
  return grouped(found.offset + 1) + "–" + grouped(found.offset + found.hits.size()) + " of " + all;
}

std::string explained(const Explanation& parts, double score) {
  return fixed(score, 3) + " = text " + fixed(parts.text, 3) + " + topic " + fixed(parts.topic, 3) +
         " + entity " + fixed(parts.entity, 3) + " + recency " + fixed(parts.recency, 3) +
         " + closeness " + fixed(parts.closeness, 3) + " + lead " + fixed(parts.lead, 3) +
         " + feedback " + fixed(parts.feedback, 3);
}

Nested explanation_json(const Explanation& parts) {
  return {{"text", parts.text},        {"topic", parts.topic},         {"entity", parts.entity},
          {"recency", parts.recency},  {"closeness", parts.closeness}, {"lead", parts.lead},
          {"feedback", parts.feedback}};
}

Nested ranges_json(const Snippet& snippet) {
  Nested ranges = Nested::array();
  for (const auto& [start, end] : snippet.matches) ranges.push_back({start, end});
  return ranges;
}

std::vector<Column> id_columns() {
  return {{"rank", kData | kTable, Place::cell}, {"score", kData | kTable}, {"id", kData | kTable}};
}

Row id_cells(const Hit& hit, std::uint64_t rank) { return {rank, hit.score, hit.article.id}; }

std::vector<Column> hit_columns(const SearchAnswer& found) {
  std::vector<Column> columns{{"rank", kAnywhere, Place::lead}, {"score", kData | kTable}};
  add_columns(columns, article_columns(Shown::hit));
  add_columns(columns, {{"ingested", kData},
                        {"copies", kData | kTable},
                        {"title_matches", kData},
                        {"explanation", kData},
                        {"", kText, Place::title},
                        {"", kText, Place::quiet},
                        {"snippet", kData | kText, Place::plain},
                        {"", kText, Place::quiet},
                        {"", kText, Place::plain},
                        {"", kText, Place::plain}});
  if (found.tells_what_is_shared)
    columns.push_back({"shared", kData | kText, Place::fact, "in common"});
  return columns;
}

std::string copies_text(std::uint64_t copies) {
  if (copies == 0) return {};
  return "+" + std::to_string(copies) + (copies == 1 ? " copy" : " copies");
}

Row hit_cells(const Hit& hit, std::uint64_t rank, const SearchAnswer& found, Shown shown) {
  const bool is_marked = found.detail == HitDetail::text;
  Row row{rank, hit.score};
  append_article_cells(row, hit.article, shown);
  row.push_back(hit.sequence);
  row.push_back(found.collapsed ? Cell(hit.copies) : Cell());
  const bool is_data = shown != Shown::people;
  row.push_back(is_marked && is_data ? Cell(ranges_json(hit.title)) : Cell());
  row.push_back(hit.explanation && is_data ? Cell(explanation_json(*hit.explanation)) : Cell());
  row.push_back(hit.title.text.empty() ? Cell(std::string("(no title)")) : Cell(hit.title));
  row.push_back(facts_text(hit.article));
  row.push_back(is_marked ? Cell(hit.snippet) : Cell());
  row.push_back(labels_text(hit.article));
  row.push_back(copies_text(hit.copies));
  row.push_back(hit.explanation ? explained(*hit.explanation, hit.score) : std::string());
  if (found.tells_what_is_shared) row.emplace_back(hit.shared);
  return row;
}

Table hit_table(const SearchAnswer& found, Shown shown) {
  const bool ids_only = found.detail == HitDetail::id;
  Table table;
  table.rows_name = "hits";
  table.columns = ids_only ? id_columns() : hit_columns(found);
  Group& all = table.groups.emplace_back();
  std::uint64_t rank = found.offset;
  for (const Hit& hit : found.hits) {
    ++rank;
    all.rows.push_back(ids_only ? id_cells(hit, rank) : hit_cells(hit, rank, found, shown));
  }
  return table;
}

// ---- watch

// "ministers: 3 articles since 2026-11-28T03:15:00Z"; printed with the first part only.
std::string news_text(const NewsAnswer& news) {
  const std::string all = news.found.total == 0 ? "nothing new" : articles(news.found.total);
  return news.watch + ": " + all +
         (news.since_time.empty() ? ", the first time" : " since " + news.since_time);
}

void add_news(Row& row, const Hit& hit, std::uint64_t since) {
  const auto changed = corrected_since(hit.article, since);
  const bool is_new = !changed || since == 0;
  row.push_back(std::string(is_new ? "new" : "corrected"));
  row.push_back(is_new ? Texts() : *changed);
}

// ---- show

std::vector<Column> shown_columns() {
  std::vector<Column> columns{{"", kText, Place::title},
                              {"", kText, Place::quiet},
                              {"", kText, Place::fact, "by"},
                              {"", kText, Place::fact, "url"},
                              {"", kText, Place::fact, "date read from"},
                              {"", kText, Place::fact, "topics"},
                              {"", kText, Place::fact, "persons"},
                              {"", kText, Place::fact, "organisations"},
                              {"", kText, Place::fact, "places"},
                              {"", kText, Place::fact, "copies"},
                              {"", kText, Place::paragraph},
                              {"", kText, Place::paragraph}};
  add_columns(columns, article_columns(Shown::whole));
  add_columns(columns, {{"ingested", kData}, {"copies", kData}});
  return columns;
}

std::string joined_authors(const Article& article) {
  std::string all;
  for (const std::string& author : article.authors) all += (all.empty() ? "" : ", ") + author;
  return all;
}

Row shown_cells(const ShownArticle& shown) {
  const Article& article = shown.article;
  const bool leads = article.body.find(article.lead) == std::string::npos;
  Row row{
      article.title.empty() ? "(no title)" : article.title,
      facts_text(article),
      joined_authors(article),
      article.url,
      article.published ? article.published->evidence : std::string(),
      topics_text(article),
      entities_text(article, EntityType::person),
      entities_text(article, EntityType::organisation),
      entities_text(article, EntityType::place),
      shown.copies == 0 ? std::string() : grouped(shown.copies) + " more: story:" + article.story,
      leads ? article.lead : std::string(),
      article.body};
  append_article_cells(row, article, Shown::whole);
  row.push_back(shown.sequence);
  row.push_back(shown.copies == 0 ? Cell() : Cell(shown.copies));
  return row;
}

// ---- related

// "a, b, c and 4 other names".
std::string few_of(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMost); ++i)
    text += (i == 0 ? "" : ", ") + names[i];
  if (names.size() <= kMost) return text;
  const std::size_t others = names.size() - kMost;
  return text + " and " + grouped(others) + (others == 1 ? " other name" : " other names");
}

}  // namespace

Answer to_answer(const SearchAnswer& found, Shown shown) {
  Answer answer = answer_with_header(found);
  answer.members.push_back({"offset", found.offset});
  if (found.collapsed) answer.members.push_back({"counted", std::string("stories")});
  if (!found.tree.empty()) {
    answer.members.push_back({"parsed", found.tree});
    answer.above.push_back("query: " + found.tree);
  }
  if (!found.plan.empty()) {
    answer.members.push_back({"xapian", found.plan});
    answer.above.push_back("plan: " + found.plan);
  }
  answer.above.push_back(range_text(found));
  answer.layout = Layout::items;
  answer.table = hit_table(found, shown);
  return answer;
}

Answer to_answer(const NewsAnswer& news) {
  Answer answer = to_answer(news.found);
  answer.title = news.among_others ? "all watches" : "watch " + news.watch;
  answer.above = {news_text(news)};
  Table& table = answer.table;
  table.groups_name = "watches";
  table.group_columns = {{"watch"}};
  table.columns.push_back({"news", kData | kTable});
  table.columns.push_back({"changed", kAnywhere, Place::fact, "corrected", ", "});
  Group& all = table.groups.front();
  all.members = {news.watch};
  for (std::size_t i = 0; i < all.rows.size(); ++i)
    add_news(all.rows[i], news.found.hits[i], news.since);
  return answer;
}

Answer to_answer(const std::string& query_id, const SearchAnswer& found) {
  Answer answer = to_answer(found);
  answer.above.back() = query_id + ": " + answer.above.back();
  answer.table.groups_name = "queries";
  answer.table.group_columns = {{"query_id"}};
  answer.table.groups.front().members = {query_id};
  return answer;
}

Answer to_answer(const CountAnswer& found) {
  Answer answer = answer_with_header(found);
  answer.above.push_back(std::to_string(found.total));
  return answer;
}

Answer to_answer(const EntitiesAnswer& found) {
  Answer answer = answer_with_header(found);
  answer.members.push_back({"offset", found.offset});
  answer.above.push_back(grouped(found.total) + (found.total == 1 ? " name" : " names"));
  answer.table.rows_name = "entities";
  answer.table.columns = {
      {"type", kAnywhere, Place::quiet, "type"}, {"articles", kAnywhere, Place::cell, "articles"},
      {"name", kAnywhere, Place::title, "name"}, {"country", kAnywhere, Place::cell, "country"},
      {"id", kAnywhere, Place::cell, "id"},      {"first", kAnywhere, Place::cell, "first"},
      {"last", kAnywhere, Place::cell, "last"},  {"aliases", kAnywhere, Place::cell, "also"}};
  Group& all = answer.table.groups.emplace_back();
  for (const KnownEntity& entity : found.entities)
    all.rows.push_back({std::string(to_string(entity.type)), entity.articles, entity.name,
                        unless_empty(entity.country), unless_empty(entity.id),
                        unless_empty(entity.first), unless_empty(entity.last), entity.aliases});
  return answer;
}

Answer to_answer(const TopicsAnswer& found) {
  Answer answer = answer_with_header(found);
  answer.above.push_back(grouped(found.total) + (found.total == 1 ? " topic" : " topics"));
  answer.table.rows_name = "topics";
  answer.table.columns = {{"articles", kAnywhere, Place::cell, "articles"},
                          {"id", kAnywhere, Place::cell, "id"},
                          {"", kText, Place::title, "topic"},
                          {"name", kData | kTable},
                          {"above", kData | kTable},
                          {"names", kAnywhere, Place::cell, "also", ", "}};
  Group& all = answer.table.groups.emplace_back();
  for (const KnownTopic& topic : found.topics)
    all.rows.push_back({topic.articles, topic.id,
                        std::string(2 * topic.above.size(), ' ') + topic.name, topic.name,
                        topic.above, topic.names});
  return answer;
}

Answer to_answer(const RelatedAnswer& found) {
  Answer answer = answer_with_header(found);
  answer.members.push_back({"names", found.names});
  answer.above.push_back(found.total == 0
                             ? "no article names '" + found.query + "'"
                             : articles(found.total) + " about " + few_of(found.names));
  answer.table.rows_name = "related";
  answer.table.columns = {{"type", kAnywhere, Place::quiet, "type"},
                          {"score", kAnywhere, Place::cell, "score", "", 2},
                          {"together", kAnywhere, Place::cell, "together"},
                          {"articles", kAnywhere, Place::cell, "articles"},
                          {"first", kAnywhere, Place::cell, "first"},
                          {"last", kAnywhere, Place::cell, "last"},
                          {"name", kAnywhere, Place::title, "name"}};
  Group& all = answer.table.groups.emplace_back();
  for (const RelatedEntity& entity : found.related)
    all.rows.push_back({std::string(to_string(entity.type)), entity.score, entity.together,
                        entity.articles, unless_empty(entity.first), unless_empty(entity.last),
                        entity.name});
  return answer;
}

Answer to_export(const SearchAnswer& found) {
  Answer answer = answer_with_header(found);
  answer.lines_name_the_archive = false;
  answer.table.rows_name = "articles";
  answer.table.columns = article_columns(Shown::whole);
  answer.table.columns.push_back({"ingested", kData});
  Group& all = answer.table.groups.emplace_back();
  for (const Hit& hit : found.hits) {
    Row& row = all.rows.emplace_back();
    append_article_cells(row, hit.article, Shown::whole);
    row.push_back(hit.sequence);
  }
  return answer;
}

Answer to_answer(const ShowAnswer& found) {
  Answer answer;
  answer.archive = found.archive;
  answer.members.push_back({"missing", found.missing});
  answer.layout = Layout::items;
  answer.lines_name_the_archive = false;
  answer.table.rows_name = "articles";
  answer.table.columns = shown_columns();
  Group& all = answer.table.groups.emplace_back();
  for (const ShownArticle& each : found.articles) all.rows.push_back(shown_cells(each));
  return answer;
}

}  // namespace newsindex
