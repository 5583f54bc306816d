// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_record.h"

#include <array>

#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/json/json_authors.h"
#include "indexer/extract/json/json_bodies.h"
#include "indexer/extract/json/json_choice.h"
#include "indexer/extract/json/json_entities.h"
#include "indexer/extract/json/json_schema.h"
#include "indexer/extract/json/ninjs.h"
#include "indexer/extract/json/own_article.h"
#include "indexer/extract/json/record_object.h"
#include "indexer/extract/json/unread_texts.h"
#include "indexer/extract/markup/field_text.h"
#include "indexer/extract/syntax/json_text.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/lines.h"
#include "schema/article_json.h"
#include "schema/language_names.h"

namespace newsindex {
namespace {

using simdjson::dom::element;

std::optional<Precision> precision_named(std::string_view name) {
  for (const Precision precision :
       {Precision::year, Precision::month, Precision::day, Precision::minute, Precision::second})
    if (to_string(precision) == name) return precision;
  return std::nullopt;
}

// Our own output has more about a date than its text. False if the record is not our output.
bool read_own_published(const Chosen& chosen, Article& article) {
  const auto precision = precision_named(chosen.text(JsonField::published_precision));
  auto published = published_from_iso(chosen.text(JsonField::published));
  if (!precision || !published) return false;
  published->precision = *precision;
  published->evidence = chosen.text(JsonField::published_evidence);
  if (const element* ambiguous = chosen[JsonField::published_ambiguous])
    published->ambiguous = ambiguous->is_bool() && ambiguous->get_bool().value_unsafe();
  article.published = published;
  return true;
}

void read_dates(const Chosen& chosen, Draft& draft) {
  if (!read_own_published(chosen, draft.article))
    draft.published = {{chosen.text(JsonField::published)}};
  const std::string modified = chosen.text(JsonField::modified);
  // ninjs gives the time of each version, also of the first one, which is not a change.
  (chosen.given(JsonField::modified) != nullptr ? draft.version_time : draft.modified) = modified;
}

void read_lists(const Chosen& chosen, Article& article) {
  if (const element* value = chosen[JsonField::section])
    article.section = section_of(texts_of(*value));
  if (const auto* names = chosen.given_list(JsonField::authors))
    article.authors = *names;
  else if (const element* value = chosen[JsonField::authors])
    article.authors = authors_of(*value, article.source);
  if (const element* value = chosen[JsonField::keywords]) article.keywords = listed_texts(*value);
  if (const element* value = chosen[JsonField::topics]) read_topics(*value, article.topics);
  if (const element* value = chosen[JsonField::subjects]) read_subjects(*value, article);
}

void read_all_entities(const Chosen& chosen, Article& article) {
  struct Typed {
    JsonField field;
    EntityType type;
  };
  constexpr std::array kTyped{Typed{JsonField::people, EntityType::person},
                              Typed{JsonField::organisations, EntityType::organisation},
                              Typed{JsonField::places, EntityType::place}};
  for (const Typed& typed : kTyped)
    if (const element* value = chosen[typed.field])
      read_entities(*value, typed.type, article.entities);
  if (const element* value = chosen[JsonField::entities]) read_typed_entities(*value, article);
}

std::string body_of(const Chosen& chosen) {
  if (const std::string* body = chosen.given(JsonField::body)) return *body;
  const element* value = chosen[JsonField::body];
  return value == nullptr ? std::string() : body_text(*running_text_of(*value));
}

std::vector<std::string> filing_places_of(simdjson::dom::object object) {
  std::vector<std::string> places;
  for (const std::string_view name : {"datelinelocation", "dateline", "located"}) {
    element value;
    if (object.at_key_case_insensitive(name).get(value) != simdjson::SUCCESS) continue;
    const auto city = member(value, {"city"});
    places.push_back(city ? text_of(*city) : text_of(value));
  }
  return places;
}

Draft read_article(simdjson::dom::object object, const Chosen& chosen) {
  Draft draft;
  Article& article = draft.article;
  article.id = chosen.text(JsonField::id);
  article.url = chosen.text(JsonField::url);
  article.language = language_code(chosen.text(JsonField::language));
  article.version = version_number(chosen.text(JsonField::version));
  article.source = on_one_line(chosen.text(JsonField::source));
  article.lead = lead_text(chosen.text(JsonField::lead));
  article.title = headline_text(chosen.text(JsonField::title));
  article.body = body_of(chosen);
  read_dates(chosen, draft);
  read_lists(chosen, article);
  read_all_entities(chosen, article);
  draft.filing_places = filing_places_of(object);
  return draft;
}

Draft read_ninjs(simdjson::dom::object object, const UnderstandOptions& options) {
  if (std::string why = ninjs_refusal(object); !why.empty()) return refused(std::move(why));
  Chosen chosen(object, options);
  if (std::string why = give_ninjs_fields(object, options, chosen); !why.empty())
    return refused(std::move(why));
  Draft draft = read_article(object, chosen);
  draft.embargo = ninjs_embargo(object);
  draft.refusal = missing_text(object, draft.article);
  if (draft.article.body.empty() && !chosen.body_of_wrong_type().empty())
    draft.refusal = chosen.body_of_wrong_type();
  return draft;
}

Draft read_plain(simdjson::dom::object object, const UnderstandOptions& options) {
  Chosen chosen(object, options);
  if (const auto bodies = plain_and_marked_bodies(object); bodies.size() > 1 && !chosen.sure_body())
    chosen.give(JsonField::body, best_body(bodies));
  Draft draft = read_article(object, chosen);
  if (!draft.article.body.empty()) return draft;
  if (!chosen.body_of_wrong_type().empty()) return refused(chosen.body_of_wrong_type());
  if (draft.article.title.empty()) {
    if (std::string advice = advice_on_names(object, options); !advice.empty())
      return refused(std::move(advice), true);
  } else {
    draft.warning = advice_on_body(object, options);
  }
  return draft;
}

// nullopt if the record has to be read like any other: without our mark, or with an edited text.
std::optional<Draft> read_own(simdjson::dom::object object) {
  if (!has_own_mark(object)) return std::nullopt;
  auto read = read_own_article(object);
  if (std::holds_alternative<TextEdited>(read)) return std::nullopt;
  if (auto* why_not = std::get_if<std::string>(&read)) return refused(std::move(*why_not));
  Draft draft;
  draft.article = std::get<Article>(std::move(read));
  draft.is_own = true;
  return draft;
}

}  // namespace

Draft draft_of_json(const Record& record, const UnderstandOptions& options) {
  thread_local JsonParser parser;
  const auto parsed = parser.parse(record.bytes, options.depth);
  if (const auto* reason = std::get_if<std::string>(&parsed)) return refused(*reason);
  if (options.json_schema != nullptr)
    if (const auto violation = options.json_schema->violation(record.bytes))
      return refused("not as the JSON Schema says: " + *violation);
  if (auto own = read_own(std::get<simdjson::dom::object>(parsed))) return std::move(*own);
  const auto object = record_object(std::get<simdjson::dom::object>(parsed));
  if (std::string kind = kind_of_no_article(object); !kind.empty()) return refused(std::move(kind));
  return is_ninjs(object) ? read_ninjs(object, options) : read_plain(object, options);
}

}  // namespace newsindex
