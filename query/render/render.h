// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as text for people, JSON, JSON lines and tab-separated lines for programs. Renderers see
// answers only: no archive, no Xapian.
#pragma once

#include <iosfwd>
#include <string_view>

#include "query/search/results.h"

namespace newsindex {

// The "version" of every JSON answer; grows when a member changes its meaning or goes.
inline constexpr int kAnswerVersion = 1;

struct TextStyle {
  bool color = false;
  int width = 80;  // columns of the terminal
};

void render_text(std::ostream& out, const SearchAnswer& answer, const TextStyle& style);
void render_text(std::ostream& out, const CountAnswer& answer, const TextStyle& style);
void render_text(std::ostream& out, const FacetAnswer& answer, const TextStyle& style);
void render_text(std::ostream& out, const TimelineAnswer& answer, const TextStyle& style);
void render_text(std::ostream& out, const EntitiesAnswer& answer, const TextStyle& style);
void render_text(std::ostream& out, const RelatedAnswer& answer, const TextStyle& style);
void render_text(std::ostream& out, const ShowAnswer& answer, const TextStyle& style);

// One JSON object and a line end.
void render_json(std::ostream& out, const SearchAnswer& answer);
void render_json(std::ostream& out, const CountAnswer& answer);
void render_json(std::ostream& out, const FacetAnswer& answer);
void render_json(std::ostream& out, const TimelineAnswer& answer);
void render_json(std::ostream& out, const EntitiesAnswer& answer);
void render_json(std::ostream& out, const RelatedAnswer& answer);
void render_json(std::ostream& out, const ShowAnswer& answer);

// One JSON object a line: a hit, a value, a bar, an article. Each names the archive and its
// revision.
void render_jsonl(std::ostream& out, const SearchAnswer& answer);
void render_jsonl(std::ostream& out, const CountAnswer& answer);
void render_jsonl(std::ostream& out, const FacetAnswer& answer);
void render_jsonl(std::ostream& out, const TimelineAnswer& answer);
void render_jsonl(std::ostream& out, const EntitiesAnswer& answer);
void render_jsonl(std::ostream& out, const RelatedAnswer& answer);
void render_jsonl(std::ostream& out, const ShowAnswer& answer);

// Columns without a heading; tabs and line ends in values become spaces.
//   search    rank, score, id, published, source, section, title
//   count     number
//   facets    field, number, name, topic id
//   timeline  when, number
//   entities  type, number, name, country, id, first, last, aliases
//   related   type, score, together, number, name
//   show      id, published, source, section, title, url
void render_tsv(std::ostream& out, const SearchAnswer& answer);
void render_tsv(std::ostream& out, const CountAnswer& answer);
void render_tsv(std::ostream& out, const FacetAnswer& answer);
void render_tsv(std::ostream& out, const TimelineAnswer& answer);
void render_tsv(std::ostream& out, const EntitiesAnswer& answer);
void render_tsv(std::ostream& out, const RelatedAnswer& answer);
void render_tsv(std::ostream& out, const ShowAnswer& answer);

// One id a line; as a JSON string where it has a line end or begins with a quotation mark.
void render_ids(std::ostream& out, const SearchAnswer& answer);

// A TREC run: `query Q0 id rank score newsindex` a line; white space in ids becomes '_'.
void render_trec(std::ostream& out, std::string_view query_id, const SearchAnswer& answer);

}  // namespace newsindex
