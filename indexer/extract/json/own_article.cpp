// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/own_article.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "schema/archive/bearers.h"
#include "schema/article_json.h"
#include "schema/sketch.h"

namespace newsindex {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kMarkStart = "newsindex article ";

// Thrown if something is not as we print it; what() names the field.
struct NotAsPrinted : std::runtime_error {
  explicit NotAsPrinted(std::string_view field)
      : std::runtime_error("'" + std::string(field) + "' is not as newsindex writes it") {}
};

template <class Value>
std::optional<Value> value_of(object in, std::string_view name) {
  const auto found = in.at_key(name);
  if (found.error() != simdjson::SUCCESS) return std::nullopt;
  Value value;
  if (found.get(value) != simdjson::SUCCESS) throw NotAsPrinted(name);
  return value;
}

std::string own_text(object in, std::string_view name) {
  return std::string(value_of<std::string_view>(in, name).value_or(std::string_view()));
}

template <class Use>
void for_each_of(object in, std::string_view name, Use use) {
  const auto list = value_of<array>(in, name);
  if (!list) return;
  for (const element each : *list) use(each);
}

std::vector<std::string> texts_of(object in, std::string_view name) {
  std::vector<std::string> texts;
  for_each_of(in, name, [&](element each) {
    std::string_view text;
    if (each.get(text) != simdjson::SUCCESS) throw NotAsPrinted(name);
    texts.emplace_back(text);
  });
  return texts;
}

// The value whose name is in this field; the first value if the field is missing.
template <class Value, std::size_t Count>
Value value_named(object in, std::string_view name, const std::array<Value, Count>& values) {
  const auto text = value_of<std::string_view>(in, name);
  if (!text) return values.front();
  for (const Value value : values)
    if (to_string(value) == *text) return value;
  throw NotAsPrinted(name);
}

int percentage_of(object in, std::string_view name) {
  constexpr std::uint64_t kMost = 100;
  const auto number = value_of<std::uint64_t>(in, name);
  if (!number || *number > kMost) throw NotAsPrinted(name);
  return static_cast<int>(*number);
}

Origin own_origin(object in) {
  constexpr std::array kAll{Origin::source, Origin::authority, Origin::rule, Origin::model,
                            Origin::archive};
  return value_named(in, "origin", kAll);
}

std::optional<Published> date_of(object in, const std::string& name) {
  constexpr std::array kAll{Precision::day, Precision::year, Precision::month, Precision::minute,
                            Precision::second};
  const std::string text = own_text(in, name);
  if (text.empty()) return std::nullopt;
  auto date = published_from_iso(text);
  if (!date) throw NotAsPrinted(name);
  if (!own_text(in, name + "_precision").empty())
    date->precision = value_named(in, name + "_precision", kAll);
  date->evidence = own_text(in, name + "_evidence");
  date->ambiguous = value_of<bool>(in, name + "_ambiguous").value_or(false);
  return date;
}

// True if a mention can begin or end at this byte.
bool is_between_characters(const std::string& text, std::uint64_t at) {
  constexpr unsigned char kContinuation = 0xC0;
  constexpr unsigned char kContinued = 0x80;
  return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) &
                                                     kContinuation) != kContinued);
}

std::vector<Mention> mentions_of(object in, std::string_view name, const Article& article) {
  std::vector<Mention> mentions;
  for_each_of(in, name, [&](element each) {
    object place;
    if (each.get(place) != simdjson::SUCCESS) throw NotAsPrinted(name);
    const std::string field = own_text(place, "field");
    const auto start = value_of<std::uint64_t>(place, "start");
    const auto end = value_of<std::uint64_t>(place, "end");
    const std::string& text = field == "title" ? article.title : article.body;
    if ((field != "title" && field != "body") || !start || !end || *start >= *end)
      throw NotAsPrinted(name);
    if (!is_between_characters(text, *start) || !is_between_characters(text, *end))
      throw TextEdited();
    mentions.push_back({field == "title" ? MentionField::title : MentionField::body,
                        static_cast<std::uint32_t>(*start), static_cast<std::uint32_t>(*end)});
  });
  return mentions;
}

// `article`: has the title and body that the mentions refer to.
Entity entity_of(object in, const Article& article) {
  constexpr std::array kTypes{EntityType::person, EntityType::organisation, EntityType::place};
  Entity entity;
  entity.type = value_named(in, "type", kTypes);
  entity.name = own_text(in, "name");
  if (entity.name.empty()) throw NotAsPrinted("entities");
  entity.aliases = texts_of(in, "aliases");
  entity.salience = percentage_of(in, "salience");
  entity.origin = own_origin(in);
  entity.mentions = mentions_of(in, "mentions", article);
  entity.demonyms = mentions_of(in, "demonyms", article);
  entity.id = own_text(in, "id");
  entity.country = own_text(in, "country");
  entity.found_as = own_text(in, "found_as");
  const char* confidence = entity.found_as.empty() ? "confidence" : "found_as_confidence";
  if (in[confidence].error() == simdjson::SUCCESS)  // older exports have none
    entity.confidence = percentage_of(in, confidence);
  return entity;
}

Topic topic_of(object in) {
  Topic topic{own_text(in, "id"), own_text(in, "name"), percentage_of(in, "confidence"),
              own_origin(in)};
  if (topic.id.empty()) throw NotAsPrinted("topics");
  return topic;
}

bool is_hexadecimal(std::string_view text) {
  constexpr std::size_t kDigits = 16;
  return text.size() == kDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<std::uint64_t> fingerprint_in(object in) {
  constexpr int kHexadecimal = 16;
  const std::string text = own_text(in, "fingerprint");
  if (text.empty()) return std::nullopt;
  if (!is_hexadecimal(text)) throw NotAsPrinted("fingerprint");
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number, kHexadecimal);
  return number;
}

void read_findings(object in, Article& article) {
  constexpr std::array kAnalyses{Analysis::none, Analysis::lists, Analysis::models};
  for_each_of(in, "topics", [&](element each) {
    object topic;
    if (each.get(topic) != simdjson::SUCCESS) throw NotAsPrinted("topics");
    article.topics.push_back(topic_of(topic));
  });
  for_each_of(in, "entities", [&](element each) {
    object entity;
    if (each.get(entity) != simdjson::SUCCESS) throw NotAsPrinted("entities");
    article.entities.push_back(entity_of(entity, article));
  });
  unname_bearers(article);  // undo what the other archive added to this article
  article.analysis = value_named(in, "analysis", kAnalyses);
  article.fingerprint = fingerprint_in(in);
  article.story = own_text(in, "story");
  if (article.story.empty()) article.story = own_text(in, "story_group");  // as printed by 0.1.0
  if (!article.story.empty() && !is_hexadecimal(article.story)) throw NotAsPrinted("story");
}

Article read_fields(object in) {
  Article article;
  article.id = own_text(in, "id");
  article.url = own_text(in, "url");
  article.title = own_text(in, "title");
  article.published = date_of(in, "published");
  article.modified = date_of(in, "modified");
  article.version = value_of<std::uint64_t>(in, "version").value_or(0);
  article.language = own_text(in, "language");
  article.source = own_text(in, "source");
  article.section = texts_of(in, "section");
  article.authors = texts_of(in, "authors");
  article.lead = own_text(in, "lead");
  article.body = own_text(in, "body");
  article.keywords = texts_of(in, "keywords");
  read_findings(in, article);
  return article;
}

std::string_view mark_of(object in) {
  std::string_view mark;
  return in.at_key("format").get(mark) == simdjson::SUCCESS ? mark : std::string_view();
}

}  // namespace

bool has_own_mark(object in) { return mark_of(in).starts_with(kMarkStart); }

std::variant<Article, TextEdited, std::string> read_own_article(object in) {
  if (mark_of(in) != kArticleMark)
    return "written by another newsindex (\"" + std::string(mark_of(in)) + "\", this one reads \"" +
           std::string(kArticleMark) + "\")";
  try {
    Article article = read_fields(in);
    const auto sketch = sketch_of(article.body);
    if (article.fingerprint && (!sketch || fingerprint_of(*sketch) != *article.fingerprint))
      return TextEdited();
    return article;
  } catch (const NotAsPrinted& why) {
    return why.what();
  } catch (const TextEdited& edited) {
    return edited;
  }
}

}  // namespace newsindex
