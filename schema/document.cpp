// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/document.h"

#include <algorithm>
#include <map>
#include <set>

#include "schema/fields.h"
#include "schema/media_topics.h"
#include "schema/packed.h"
#include "schema/postings.h"
#include "schema/terms.h"
#include "schema/text/analyzer.h"

namespace newsindex {
namespace {

using Levels = std::map<std::string, int>;  // key -> the highest confidence or salience

void raise(Levels& levels, std::string key, int level) {
  if (key.empty()) return;
  int& highest = levels[std::move(key)];
  highest = std::max(highest, std::clamp(level, 0, 100));
}

void add_level_terms(Xapian::Document& document, const Field& field, const Levels& levels) {
  for (const auto& [key, level] : levels) document.add_boolean_term(level_term(field, key, level));
}

void add_date_terms(Xapian::Document& document, const Published& published) {
  const Day day = published.day;
  document.add_boolean_term(year_term(day.year()));
  if (published.precision >= Precision::month)
    document.add_boolean_term(month_term(day.year() / day.month()));
  if (published.precision >= Precision::day) document.add_boolean_term(day_term(day));
}

void set_slot(Xapian::Document& document, const Field& field, const std::string& packed) {
  if (!packed.empty()) document.add_value(static_cast<Xapian::valueno>(field.slot), packed);
}

const Field& entity_field(EntityType type) {
  return field(entity_fields()[static_cast<std::size_t>(type)]);
}

}  // namespace

struct DocumentBuilder::State {
  Analyzer analyzer;
  Postings postings;
  Xapian::termpos position = 1;  // of the next word of the text

  void add_text(std::string_view text, Xapian::termcount weight, bool is_title) {
    Xapian::termpos last = position;
    for (const Token& token : analyzer.analyze(text)) {
      last = position + token.position;
      if (is_title)
        postings.add_title(token.term, last, weight);
      else
        postings.add(token.term, last, weight);
    }
    position = last + kPositionGap;
  }

  void add_all_text(const Article& article) {
    postings.use_language(article.language);
    position = 1;
    add_text(article.title, kTitleWeight, true);
    if (article.body.find(article.lead) == std::string::npos) add_text(article.lead, 1, false);
    add_text(article.body, 1, false);
  }

  // Values of a field searched by words: its words, its whole value, and its words for plain
  // queries.
  void add_values(Xapian::Document& document, const Field& field,
                  const std::vector<std::string>& values) {
    Xapian::termpos at = 1;
    std::string packed;
    for (const std::string& value : values) {
      std::string whole;
      Xapian::termpos last = at;
      for (const Token& token : analyzer.analyze(value)) {
        last = at + token.position;
        document.add_posting(make_term(field.prefix, token.term), last, 0);
        postings.add_without_position(token.term);
        if (!token.joined) whole.append(whole.empty() ? "" : " ").append(token.term);
      }
      if (whole.empty()) continue;
      document.add_boolean_term(whole_value_term(field, whole));
      pack(packed, value);
      at = last + kPositionGap;
    }
    set_slot(document, field, packed);
  }

  void add_topics(Xapian::Document& document, const std::vector<Topic>& topics) {
    Levels levels;
    std::string packed;
    const auto add = [&](std::string key, std::string_view shown, int level) {
      if (!key.empty() && !levels.contains(key)) pack(packed, shown);
      raise(levels, std::move(key), level);
    };
    for (const Topic& topic : topics) {
      if (const MediaTopic* known = media_topic_by_id(topic.id)) {
        for (const MediaTopic* each : lineage(*known)) {
          const std::string id = media_topic_id(each->id);
          add(std::string(topic_key(id)), id, topic.confidence);
        }
      } else {
        add(folded_words(analyzer, topic_key(topic.id)), topic.id, topic.confidence);
      }
    }
    add_level_terms(document, field("topic"), levels);
    set_slot(document, field("topic"), packed);
  }

  void add_alias_terms(Xapian::Document& document, const Entity& entity, const std::string& key) {
    for (const std::string& alias : entity.aliases) {
      const std::string alias_key = folded_words(analyzer, alias);
      if (alias_key.empty() || key.empty() || alias_key == key) continue;
      const std::string term = alias_term(entity_field(entity.type), alias_key, key);
      if (!term.empty()) document.add_boolean_term(term);
    }
  }

  void add_entities(Xapian::Document& document, const std::vector<Entity>& entities) {
    std::map<EntityType, Levels> levels;
    std::map<EntityType, std::string> packed;
    for (const Entity& entity : entities) {
      Levels& of_type = levels[entity.type];
      std::string key = folded_words(analyzer, entity.name);
      if (!key.empty() && !of_type.contains(key)) pack(packed[entity.type], entity.name);
      add_alias_terms(document, entity, key);
      raise(of_type, std::move(key), entity.salience);
    }
    for (const auto& [type, of_type] : levels)
      add_level_terms(document, entity_field(type), of_type);
    for (const auto& [type, names] : packed) set_slot(document, entity_field(type), names);
  }

  static void add_exact(Xapian::Document& document, const Field& field, std::string_view value) {
    if (value.empty()) return;
    document.add_boolean_term(make_term(field.prefix, value));
    if (field.slot == kNoSlot) return;
    std::string packed;
    pack(packed, value);
    set_slot(document, field, packed);
  }
};

DocumentBuilder::DocumentBuilder() : state_(std::make_unique<State>()) {}
DocumentBuilder::~DocumentBuilder() = default;
DocumentBuilder::DocumentBuilder(DocumentBuilder&&) noexcept = default;

Xapian::Document DocumentBuilder::build(const Article& article, std::uint64_t sequence,
                                        std::optional<Sketch> sketch) {
  Xapian::Document document;
  state_->add_all_text(article);
  state_->add_values(document, field("author"), article.authors);
  state_->add_values(document, field("source"), {article.source});
  state_->add_values(document, field("section"), article.section);
  state_->add_values(document, field("keyword"), article.keywords);
  state_->add_topics(document, article.topics);
  state_->add_entities(document, article.entities);
  state_->postings.move_to(document);
  State::add_exact(document, field("id"), article.id);
  State::add_exact(document, field("url"), article.url);
  State::add_exact(document, field("lang"), article.language);
  if (article.published) add_date_terms(document, *article.published);
  if (!sketch) sketch = sketch_of(article.body);
  if (sketch) {
    for (const std::uint32_t key : sketch->keys) document.add_boolean_term(sketch_term(key));
    document.add_value(kSketchSlot, pack_sketch(*sketch));
  }
  State::add_exact(document, field("story"), article.story);
  document.add_value(kOrderSlot, order_value(article.published, article.id));
  document.add_value(kDigestSlot, article_digest(article));
  document.add_value(kSequenceSlot, sequence_value(sequence));
  document.set_data(encode_article(article));
  return document;
}

}  // namespace newsindex
