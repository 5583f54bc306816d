// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

#include "query/render/numbers.h"
#include "query/render/render.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

std::string cell(std::string_view value) {
  std::string text(value);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string published_cell(const Article& article) {
  return article.published ? to_iso(*article.published) : std::string();
}

std::string section_cell(const Article& article) {
  std::string path;
  for (const std::string& section : article.section) path += (path.empty() ? "" : " > ") + section;
  return cell(path);
}

std::string word(std::string_view id) {
  std::string text(id);
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }, '_');
  return text;
}

}  // namespace

void render_tsv(std::ostream& out, const SearchAnswer& answer) {
  std::uint64_t rank = answer.offset;
  for (const Hit& hit : answer.hits) {
    out << ++rank << '\t' << fixed(hit.score, 4) << '\t' << cell(hit.article.id) << '\t'
        << published_cell(hit.article) << '\t' << cell(hit.article.source) << '\t'
        << section_cell(hit.article) << '\t' << cell(hit.article.title);
    if (answer.collapsed) out << '\t' << hit.copies;
    out << '\n';
  }
}

void render_tsv(std::ostream& out, const CountAnswer& answer) { out << answer.total << '\n'; }

void render_tsv(std::ostream& out, const FacetAnswer& answer) {
  for (const Facet& facet : answer.facets)
    for (const FacetValue& value : facet.values)
      out << facet.field << '\t' << value.articles << '\t' << cell(value.name) << '\t' << value.id
          << '\n';
}

void render_tsv(std::ostream& out, const TimelineAnswer& answer) {
  for (const TimelineBar& bar : answer.bars) out << bar.when << '\t' << bar.articles << '\n';
}

void render_tsv(std::ostream& out, const EntitiesAnswer& answer) {
  for (const KnownEntity& entity : answer.entities) {
    std::string aliases;
    for (const std::string& alias : entity.aliases) aliases += (aliases.empty() ? "" : "|") + alias;
    out << to_string(entity.type) << '\t' << entity.articles << '\t' << cell(entity.name) << '\t'
        << cell(entity.country) << '\t' << cell(entity.id) << '\t' << entity.first << '\t'
        << entity.last << '\t' << cell(aliases) << '\n';
  }
}

void render_tsv(std::ostream& out, const RelatedAnswer& answer) {
  for (const RelatedEntity& entity : answer.related)
    out << to_string(entity.type) << '\t' << fixed(entity.score, 2) << '\t' << entity.together
        << '\t' << entity.articles << '\t' << cell(entity.name) << '\n';
}

void render_tsv(std::ostream& out, const ShowAnswer& answer) {
  for (const Article& article : answer.articles)
    out << cell(article.id) << '\t' << published_cell(article) << '\t' << cell(article.source)
        << '\t' << section_cell(article) << '\t' << cell(article.title) << '\t' << cell(article.url)
        << '\n';
}

void render_ids(std::ostream& out, const SearchAnswer& answer) {
  for (const Hit& hit : answer.hits) {
    const std::string& id = hit.article.id;
    const bool is_line = !id.starts_with('"') && id.find_first_of("\r\n") == std::string::npos;
    out << (is_line ? id : json_line(id)) << '\n';
  }
}

void render_trec(std::ostream& out, std::string_view query_id, const SearchAnswer& answer) {
  std::uint64_t rank = answer.offset;
  for (const Hit& hit : answer.hits)
    out << word(query_id) << " Q0 " << word(hit.article.id) << ' ' << ++rank << ' '
        << fixed(hit.score, 6) << " newsindex\n";
}

}  // namespace newsindex
