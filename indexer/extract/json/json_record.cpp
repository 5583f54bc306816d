// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_record.h"

#include <array>
#include <charconv>
#include <limits>

#include "indexer/extract/dates/dated.h"
#include "indexer/extract/json/json_entities.h"
#include "indexer/extract/json/json_fields.h"
#include "indexer/extract/json/json_schema.h"
#include "indexer/extract/json/json_text.h"
#include "indexer/extract/json/json_value.h"
#include "indexer/extract/language_names.h"
#include "indexer/extract/page/author_names.h"
#include "indexer/extract/xml/xml_text.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

using simdjson::dom::element;

// The value that counts for each field of the article.
class Chosen {
 public:
  Chosen(simdjson::dom::object object, const UnderstandOptions& options) {
    for (const auto& [field, path] : options.fields)
      if (const auto value = value_at(object, path)) offer({mapped_field(field), -1}, path, *value);
    for (const auto& [key, value] : object)
      if (const auto name = json_field_named(key)) offer(*name, key, value);
  }

  const element* operator[](JsonField field) const {
    const Choice& choice = choices_[static_cast<std::size_t>(field)];
    return choice.rank == kNone ? nullptr : &choice.value;
  }

  std::string text(JsonField field) const {
    const element* value = (*this)[field];
    std::string text = value != nullptr ? text_of(*value) : std::string();
    return says_nothing(text) ? std::string() : text;
  }

  // Why the body cannot be used, if nothing else can.
  const std::string& body_of_wrong_type() const { return body_of_wrong_type_; }

 private:
  static constexpr int kNone = std::numeric_limits<int>::max();
  struct Choice {
    int rank = kNone;
    element value;
  };

  void offer(JsonFieldName name, std::string_view key, element value) {
    Choice& choice = choices_[static_cast<std::size_t>(name.field)];
    if (name.rank >= choice.rank || value.is_null()) return;
    if (value.is_string() && says_nothing(value.get_string().value_unsafe())) return;
    if (name.field == JsonField::body && !running_text_of(value)) {
      body_of_wrong_type_ = "the body ('" + std::string(key) + "') is " +
                            std::string(type_name(value)) + ", not text";
      return;
    }
    choice = {name.rank, value};
  }

  std::array<Choice, kJsonFields> choices_;
  std::string body_of_wrong_type_;
};

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

std::vector<std::string> authors_of(element value, std::string_view source) {
  std::vector<std::string> authors;
  for (const std::string& text : texts_of(value))
    for (std::string& name : author_names(text, source))
      if (std::find(authors.begin(), authors.end(), name) == authors.end())
        authors.push_back(std::move(name));
  return authors;
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

void read_dates(const Chosen& chosen, const UnderstandOptions& options, Understood& understood) {
  if (!read_own_published(chosen, understood.article))
    set_published(understood, chosen.text(JsonField::published), options);
  const std::string modified = chosen.text(JsonField::modified);
  understood.article.modified = published_from_iso(modified);
  if (!understood.article.modified) set_modified(understood, modified, options);
}

void read_lists(const Chosen& chosen, Article& article) {
  if (const element* value = chosen[JsonField::section]) article.section = section_of(*value);
  if (const element* value = chosen[JsonField::authors])
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
  if (const element* value = chosen[JsonField::analysis]) article.analysis = analysis_of(*value);
}

std::optional<std::uint64_t> fingerprint_of(const std::string& hexadecimal) {
  constexpr int kHexadecimal = 16;
  std::uint64_t number = 0;
  const char* const end = hexadecimal.data() + hexadecimal.size();
  const auto [stop, error] = std::from_chars(hexadecimal.data(), end, number, kHexadecimal);
  return hexadecimal.empty() || error != std::errc() || stop != end ? std::nullopt
                                                                    : std::optional(number);
}

// The group of copies, as our own output names it; empty for anything else.
std::string story_of(std::string text) {
  constexpr std::size_t kDigits = 16;
  const bool ours = text.size() == kDigits && fingerprint_of(text).has_value();
  return ours ? std::move(text) : std::string();
}

Understood read_article(const Chosen& chosen, const UnderstandOptions& options) {
  Understood understood;
  Article& article = understood.article;
  article.id = chosen.text(JsonField::id);
  article.url = chosen.text(JsonField::url);
  article.title = on_one_line(chosen.text(JsonField::title));
  article.language = language_code(chosen.text(JsonField::language));
  article.source = on_one_line(chosen.text(JsonField::source));
  article.lead = chosen.text(JsonField::lead);
  article.fingerprint = fingerprint_of(chosen.text(JsonField::fingerprint));
  article.story = story_of(chosen.text(JsonField::story));
  if (const element* value = chosen[JsonField::body]) article.body = *running_text_of(*value);
  if (is_markup(article.body)) article.body = paragraphs_of_html(article.body);
  read_dates(chosen, options, understood);
  read_lists(chosen, article);
  read_all_entities(chosen, article);
  return understood;
}

}  // namespace

Understanding understand_json(const Record& record, const UnderstandOptions& options) {
  thread_local JsonParser parser;
  const auto parsed = parser.parse(record.bytes);
  if (const auto* reason = std::get_if<std::string>(&parsed)) return Reject{record.origin, *reason};
  if (options.json_schema != nullptr)
    if (const auto violation = options.json_schema->violation(record.bytes))
      return Reject{record.origin, "not as the JSON Schema says: " + *violation};
  const Chosen chosen(std::get<simdjson::dom::object>(parsed), options);
  Understood understood = read_article(chosen, options);
  if (understood.article.body.empty() && !chosen.body_of_wrong_type().empty())
    return Reject{record.origin, chosen.body_of_wrong_type()};
  return understood;
}

}  // namespace newsindex
