// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_record.h"

#include <array>
#include <charconv>

#include "indexer/extract/dates/dated.h"
#include "indexer/extract/json/filing_place.h"
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

std::vector<std::string> section_of(element value) {
  std::vector<std::string> section = texts_of(value);
  if (section.size() != 1) return section;
  // "World > Asia", "World » Asia"
  std::string path = section[0];
  for (const std::string_view arrow : {"»", "›", "→"})
    for (std::size_t at = path.find(arrow); at != std::string::npos; at = path.find(arrow))
      path.replace(at, arrow.size(), ">");
  return parts_of(path, ">");
}

std::optional<Precision> precision_named(std::string_view name) {
  for (const Precision precision :
       {Precision::year, Precision::month, Precision::day, Precision::minute, Precision::second})
    if (to_string(precision) == name) return precision;
  return std::nullopt;
}

// Our own output says more about a date than its text.
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

// "3" and 3; anything else, such as "1.0", is no number of a version of the article.
std::uint64_t version_number(const Chosen& chosen) {
  const std::string text = chosen.text(JsonField::version);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

void read_dates(const Chosen& chosen, const UnderstandOptions& options, Understood& understood) {
  if (!read_own_published(chosen, understood.article))
    set_published(understood, chosen.text(JsonField::published), options);
  understood.article.version = version_number(chosen);
  const std::string modified = chosen.text(JsonField::modified);
  understood.article.modified = published_from_iso(modified);
  if (!understood.article.modified) set_modified(understood, modified, options);
  // A version that is the first one changes nothing.
  Article& article = understood.article;
  if (chosen.given(JsonField::modified) != nullptr && article.modified && article.published &&
      to_unix_seconds(*article.modified) <= to_unix_seconds(*article.published))
    article.modified.reset();
}

void read_lists(const Chosen& chosen, Article& article) {
  if (const element* value = chosen[JsonField::section]) article.section = section_of(*value);
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

// Text without tags may have references all the same: "&quot;", and "&lt;p&gt;" for tags.
std::string without_references(std::string text) {
  const bool plain = text.find('<') == std::string::npos && text.find('&') != std::string::npos;
  return plain ? unreferenced(text) : text;
}

std::string line_of(std::string text) {
  text = without_references(std::move(text));
  return on_one_line(has_element_tag(text) ? text_of_field(text) : text);
}

std::string body_of(const Chosen& chosen) {
  if (const std::string* body = chosen.given(JsonField::body)) return *body;
  const element* value = chosen[JsonField::body];
  if (value == nullptr) return {};
  std::string text = without_references(*running_text_of(*value));
  const bool plain = text.find('<') == std::string::npos && text.find('[') == std::string::npos;
  return plain ? text : text_of_field(text);
}

Understood read_article(const Chosen& chosen, const UnderstandOptions& options) {
  Understood understood;
  Article& article = understood.article;
  article.id = chosen.text(JsonField::id);
  article.url = chosen.text(JsonField::url);
  article.language = language_code(chosen.text(JsonField::language));
  article.source = on_one_line(chosen.text(JsonField::source));
  article.lead = chosen.text(JsonField::lead);
  if (has_element_tag(article.lead)) article.lead = text_of_field(article.lead);
  article.title = line_of(chosen.text(JsonField::title));
  article.body = body_of(chosen);
  read_dates(chosen, options, understood);
  read_lists(chosen, article);
  read_all_entities(chosen, article);
  return understood;
}

// What is under an embargo is published when that ends.
void apply_embargo(const std::string& until, const UnderstandOptions& options,
                   Understood& understood) {
  Article& article = understood.article;
  Understood later;
  set_published(later, until, options);
  const auto& end = later.article.published;
  if (!end || (article.published && to_unix_seconds(*end) <= to_unix_seconds(*article.published)))
    return;
  article.published = end;
  if (article.modified && to_unix_seconds(*article.modified) <= to_unix_seconds(*end))
    article.modified.reset();
}

Understanding read_ninjs(simdjson::dom::object object, const Record& record,
                         const UnderstandOptions& options) {
  if (const std::string why = ninjs_refusal(object); !why.empty())
    return Reject{record.origin, why};
  Chosen chosen(object, options);
  if (const std::string why = give_ninjs_fields(object, options, chosen); !why.empty())
    return Reject{record.origin, why};
  Understood understood = read_article(chosen, options);
  apply_embargo(ninjs_embargo(object), options, understood);
  read_filing_place(object, understood.article.entities);
  std::string why_not = missing_text(object, understood.article);
  if (understood.article.body.empty() && !chosen.body_of_wrong_type().empty())
    why_not = chosen.body_of_wrong_type();
  if (!why_not.empty()) return Reject{record.origin, why_not};
  return understood;
}

Understanding read_plain(simdjson::dom::object object, const Record& record,
                         const UnderstandOptions& options) {
  Chosen chosen(object, options);
  if (const auto bodies = plain_and_marked_bodies(object); bodies.size() > 1 && !chosen.sure_body())
    chosen.give(JsonField::body, best_body(bodies));
  Understood understood = read_article(chosen, options);
  read_filing_place(object, understood.article.entities);
  if (!understood.article.body.empty()) return understood;
  if (!chosen.body_of_wrong_type().empty())
    return Reject{record.origin, chosen.body_of_wrong_type()};
  if (understood.article.title.empty()) {
    if (std::string advice = advice_on_names(object, options); !advice.empty())
      return Reject{record.origin, std::move(advice), true};
  } else {
    understood.warning = advice_on_body(object, options);
  }
  return understood;
}

// Nothing when it is to be read as anybody's record.
std::optional<Understanding> read_own(simdjson::dom::object object, const Record& record) {
  if (!has_own_mark(object)) return std::nullopt;
  auto read = read_own_article(object);
  if (std::holds_alternative<TextEdited>(read)) return std::nullopt;
  if (auto* why_not = std::get_if<std::string>(&read))
    return Reject{record.origin, std::move(*why_not)};
  Understood understood;
  understood.article = std::get<Article>(std::move(read));
  understood.is_own = true;
  return understood;
}

}  // namespace

Understanding understand_json(const Record& record, const UnderstandOptions& options) {
  thread_local JsonParser parser;
  const auto parsed = parser.parse(record.bytes, options.depth);
  if (const auto* reason = std::get_if<std::string>(&parsed)) return Reject{record.origin, *reason};
  if (options.json_schema != nullptr)
    if (const auto violation = options.json_schema->violation(record.bytes))
      return Reject{record.origin, "not as the JSON Schema says: " + *violation};
  if (auto own = read_own(std::get<simdjson::dom::object>(parsed), record)) return std::move(*own);
  const auto object = record_object(std::get<simdjson::dom::object>(parsed));
  if (const std::string kind = kind_of_no_article(object); !kind.empty())
    return Reject{record.origin, kind};
  return is_ninjs(object) ? read_ninjs(object, record, options)
                          : read_plain(object, record, options);
}

}  // namespace newsindex
