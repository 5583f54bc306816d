// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/fields/draft_fields.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/labels/dateline.h"
#include "indexer/extract/labels/labels.h"
#include "indexer/extract/labels/topic_codes.h"
#include "indexer/extract/markup/field_text.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "schema/language_names.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

// Text without tags may still have references: "&quot;", or "&lt;p&gt;" for a tag.
std::string without_references(std::string text) {
  const bool plain = text.find('<') == std::string::npos && text.find('&') != std::string::npos;
  return plain ? decoded_references(text) : text;
}

// The text, tidy and trimmed; empty if it says nothing.
std::string value_of(std::string text) {
  text = trimmed(tidy(std::move(text)));
  return is_no_value(text) ? std::string() : text;
}

void set(std::string& field, std::string text) {
  if (field.empty()) field = value_of(std::move(text));
}

void add_to(std::vector<std::string>& list, std::string text) {
  text = value_of(std::move(text));
  if (!text.empty() && std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

template <class Field>
void fill(Field& field, Field& other) {
  if (field.empty()) field = std::move(other);
}

// Adds those entities of `others` whose type `entities` did not have.
void fill_entities(std::vector<Entity>& entities, std::vector<Entity> others) {
  const std::size_t own = entities.size();
  for (Entity& other : others) {
    const auto end = entities.begin() + static_cast<std::ptrdiff_t>(own);
    const bool has_type = std::any_of(
        entities.begin(), end, [&other](const Entity& one) { return one.type == other.type; });
    if (!has_type) entities.push_back(std::move(other));
  }
}

}  // namespace

std::string headline_text(std::string text) {
  text = without_references(std::move(text));
  return on_one_line(has_element_tag(text) ? text_of_field(text) : text);
}

std::string lead_text(std::string text) {
  return has_element_tag(text) ? text_of_field(text) : text;
}

std::string body_text(std::string text) {
  text = without_references(std::move(text));
  const bool plain = text.find('<') == std::string::npos && text.find('[') == std::string::npos;
  return plain ? text : text_of_field(text);
}

std::vector<std::string> section_of(std::vector<std::string> path) {
  if (path.size() != 1) return path;
  // "World > Asia", "World » Asia"
  std::string& parts = path.front();
  for (const std::string_view arrow : {"»", "›", "→"})
    for (std::size_t at = parts.find(arrow); at != std::string::npos; at = parts.find(arrow))
      parts.replace(at, arrow.size(), ">");
  return parts_of(parts, ">");
}

std::uint64_t version_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

void set_id(Draft& draft, std::string text) { set(draft.article.id, std::move(text)); }
void set_url(Draft& draft, std::string text) { set(draft.article.url, std::move(text)); }

void set_title(Draft& draft, std::string text) {
  if (draft.article.title.empty()) draft.article.title = headline_text(value_of(std::move(text)));
}

void set_lead(Draft& draft, std::string text) {
  if (draft.article.lead.empty()) draft.article.lead = lead_text(value_of(std::move(text)));
}

void set_body(Draft& draft, std::string text) {
  if (draft.article.body.empty()) draft.article.body = body_text(value_of(std::move(text)));
}

void set_source(Draft& draft, std::string text) {
  if (draft.article.source.empty()) draft.article.source = on_one_line(value_of(std::move(text)));
}

void set_language(Draft& draft, std::string_view text) {
  if (draft.article.language.empty()) draft.article.language = language_code(trimmed(text));
}

void set_version(Draft& draft, std::string_view text) {
  if (draft.article.version == 0) draft.article.version = version_number(trimmed(text));
}

void add_published(Draft& draft, std::string date) {
  date = value_of(std::move(date));
  if (!date.empty()) draft.published.push_back({std::move(date)});
}

void set_modified(Draft& draft, std::string date) { set(draft.modified, std::move(date)); }

void set_later(std::string& text, std::string date) {
  const auto later = read_date(date);
  if (!later) return;
  const auto before = read_date(text);
  if (!before || to_unix_seconds(before->published) < to_unix_seconds(later->published))
    text = std::move(date);
}

void add_section(Draft& draft, std::string text) { add_to(draft.article.section, std::move(text)); }

void add_byline(Draft& draft, std::string text) { add_to(draft.bylines, std::move(text)); }

void add_keyword(Draft& draft, std::string text) {
  add_to(draft.article.keywords, std::move(text));
}

void add_keywords(Draft& draft, std::string_view text, std::string_view separators) {
  for (std::string& part : parts_of(text, separators)) add_keyword(draft, std::move(part));
}

void add_topic(Draft& draft, const std::string& text) {
  for (Topic& topic : topics_in_text(value_of(text)))
    add_topic(draft.article.topics, std::move(topic));
}

void add_entity(Draft& draft, EntityType type, std::string name) {
  Entity entity;
  entity.type = type;
  entity.name = trimmed(tidy(std::move(name)));
  if (!entity.name.empty()) add_entity(draft.article.entities, std::move(entity));
}

void fill_from(Draft& draft, Draft other) {
  Article& article = draft.article;
  Article& others = other.article;
  for (std::string Article::*field :
       {&Article::id, &Article::url, &Article::title, &Article::language, &Article::source,
        &Article::lead, &Article::body})
    fill(article.*field, others.*field);
  for (std::vector<std::string> Article::*list : {&Article::section, &Article::keywords})
    fill(article.*list, others.*list);
  fill(article.topics, others.topics);
  fill_entities(article.entities, std::move(others.entities));
  if (article.version == 0) article.version = others.version;
  if (draft.published.empty()) {
    draft.published = std::move(other.published);
    draft.embargo = std::move(other.embargo);
  }
  fill(draft.modified, other.modified);
  fill(draft.bylines, other.bylines);
  fill(draft.filing_places, other.filing_places);
}

void add_filing_place(const std::vector<std::string>& places, std::vector<Entity>& entities) {
  constexpr int kInPassing = 40;
  for (const std::string& written : places) {
    std::string place = place_of_dateline(written);
    if (place.empty()) continue;
    const bool known = std::ranges::any_of(entities, [&place](const Entity& one) {
      return one.type == EntityType::place && one.name == place;
    });
    if (known) return;
    Entity entity;
    entity.type = EntityType::place;
    entity.name = std::move(place);
    entity.salience = kInPassing;
    entities.push_back(std::move(entity));
    return;
  }
}

}  // namespace newsindex
