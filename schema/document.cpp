// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/document.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "schema/digest.h"
#include "schema/error.h"
#include "schema/fields.h"
#include "schema/media_topics.h"
#include "schema/packed.h"
#include "schema/segment/column_batch.h"
#include "schema/segment/copies.h"
#include "schema/segment/term_batch.h"
#include "schema/terms.h"
#include "schema/text/analyzer.h"
#include "schema/text/paragraphs.h"
#include "schema/text/umlauts.h"

namespace newsindex {
namespace {

using Levels = std::map<std::string, int>;  // key -> the highest confidence or salience

void raise(Levels& levels, std::string key, int level) {
  if (key.empty()) return;
  int& highest = levels[std::move(key)];
  highest = std::max(highest, std::clamp(level, 0, 100));
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
  TermBatch terms;
  ColumnBatch columns;
  std::optional<CopiesWriter> copies;

  void add_word(std::string_view folded, bool is_title) {
    if (is_title)
      terms.add_title_word(folded, kTitleWeight);
    else
      terms.add_word(folded, 1);
  }

  // Adds the words of a text, with a gap between paragraphs.
  void add_text(std::string_view text, const Article& article, bool is_title) {
    const bool spells_out = article.language != "de" && may_have_umlauts(text);
    std::size_t end = 0;  // of the previous word
    for (const Token& token : analyzer.analyze(text)) {
      if (token.joined)
        terms.add_mark(kSamePlace);
      else if (!is_title && end > 0 && ends_paragraph(text, end, token.start))
        terms.add_mark(kGap);
      end = token.end;
      add_word(token.term, is_title);
      if (!spells_out || token.joined) continue;
      const std::string spelt = spelt_out_name(text.substr(token.start, token.end - token.start));
      if (spelt.empty()) continue;
      terms.add_mark(kSamePlace);
      add_word(spelt, is_title);
    }
  }

  void add_all_text(const Article& article) {
    terms.use_language(article.language);
    add_text(article.title, article, true);
    terms.add_mark(kGap);
    if (article.body.find(article.lead) == std::string::npos) {
      add_text(article.lead, article, false);
      terms.add_mark(kGap);
    }
    add_text(article.body, article, false);
  }

  // Adds the values of a field with Matching::words. Each value gives three kinds of terms: its
  // words, the whole value, and its words without prefix for plain queries.
  void add_values(Xapian::Document& document, const Field& field,
                  std::span<const std::string> values) {
    std::string packed;
    for (const std::string& value : values) {
      std::string whole;
      for (const Token& token : analyzer.analyze(value)) {
        terms.add_filter(make_term(field.prefix, token.term));
        terms.add_unplaced_word(token.term);
        if (!token.joined) whole.append(whole.empty() ? "" : " ").append(token.term);
      }
      if (whole.empty()) continue;
      terms.add_filter(whole_value_term(field, whole));
      pack(packed, value);
      columns.add_value(field, value, digest64(whole));
    }
    set_slot(document, field, packed);
  }

  void add_levels(const Field& field, const Levels& levels) {
    for (const auto& [key, level] : levels) terms.add_filter(level_term(field, key, level));
  }

  void add_topics(Xapian::Document& document, const std::vector<Topic>& topics) {
    const Field& of_topics = field("topic");
    Levels levels;
    std::string packed;
    const auto add = [&](std::string key, std::string_view shown, int level) {
      if (!key.empty() && !levels.contains(key)) {
        pack(packed, shown);
        columns.add_value(of_topics, shown, digest64(key));
      }
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
    add_levels(of_topics, levels);
    set_slot(document, of_topics, packed);
  }

  void add_aliases(const Entity& entity, const std::string& key) {
    for (const std::string& alias : entity.aliases) {
      const std::string alias_key = folded_words(analyzer, alias);
      if (alias_key.empty() || key.empty() || alias_key == key) continue;
      const std::string term = alias_term(entity_field(entity.type), alias_key, key);
      if (!term.empty()) terms.add_filter(term);
    }
  }

  void add_entities(Xapian::Document& document, const std::vector<Entity>& entities) {
    std::map<EntityType, Levels> levels;
    std::map<EntityType, std::string> packed;
    for (const Entity& entity : entities) {
      Levels& of_type = levels[entity.type];
      std::string key = folded_words(analyzer, entity.name);
      if (!key.empty()) {
        if (!of_type.contains(key)) pack(packed[entity.type], entity.name);
        columns.add_value(entity_field(entity.type), entity.name, digest64(key), entity.confidence);
      }
      add_aliases(entity, key);
      raise(of_type, std::move(key), entity.salience);
    }
    for (const auto& [type, of_type] : levels) add_levels(entity_field(type), of_type);
    for (const auto& [type, names] : packed) set_slot(document, entity_field(type), names);
  }

  void add_language(Xapian::Document& document, std::string_view language) {
    if (language.empty()) return;
    const Field& of_language = field("lang");
    terms.add_database_filter(make_term(of_language.prefix, language));
    std::string packed;
    pack(packed, language);
    set_slot(document, of_language, packed);
    columns.add_value(of_language, language, digest64(language));
  }

  void add_dates(const Published& published) {
    const Day day = published.day;
    terms.add_database_filter(year_term(day.year()));
    if (published.precision >= Precision::month)
      terms.add_database_filter(month_term(day.year() / day.month()));
    if (published.precision >= Precision::day) terms.add_database_filter(day_term(day));
  }
};

namespace {

// Adds a value that is hardly ever shared by two articles: its term is kept in Xapian's database
// only.
void add_rare(Xapian::Document& document, const Field& field, std::string_view value) {
  if (value.empty()) return;
  document.add_boolean_term(make_term(field.prefix, value));
  if (field.slot == kNoSlot) return;
  std::string packed;
  pack(packed, value);
  set_slot(document, field, packed);
}

}  // namespace

Article checked_article(std::string_view stored, std::uint64_t digest) {
  Article article = decode_article(stored);
  if (column_digest(article_digest(article)) != digest)
    throw Error(ExitCode::internal, "the stored article '" + article.id +
                                        "' is damaged: it is not what its digest says");
  return article;
}

DocumentBuilder::DocumentBuilder() : state_(std::make_unique<State>()) {}
DocumentBuilder::~DocumentBuilder() = default;
DocumentBuilder::DocumentBuilder(DocumentBuilder&&) noexcept = default;

void DocumentBuilder::begin_part() {
  state_->terms.begin();
  state_->columns.begin();
  state_->copies.emplace();
}

Xapian::Document DocumentBuilder::build(const Article& article, std::uint64_t sequence,
                                        std::optional<Sketch> sketch) {
  Xapian::Document document;
  State& state = *state_;
  state.add_all_text(article);
  state.add_values(document, field("author"), article.authors);
  state.add_values(document, field("source"), std::span(&article.source, 1));
  state.add_values(document, field("section"), article.section);
  state.add_values(document, field("keyword"), article.keywords);
  state.add_topics(document, article.topics);
  state.add_entities(document, article.entities);
  state.add_language(document, article.language);
  if (article.published) state.add_dates(*article.published);
  ColumnRow row;
  row.length = state.terms.end_article(document);
  add_rare(document, field("id"), article.id);
  add_rare(document, field("url"), article.url);
  add_rare(document, field("story"), article.story);
  const std::string order = order_value(article.published, article.id);
  const EncodedArticle encoded = encode_with_digest(article);
  document.add_value(kOrderSlot, order);
  document.add_value(kDigestSlot, encoded.digest);
  document.add_value(kSequenceSlot, sequence_value(sequence));
  document.set_data(encoded.bytes);
  row.order = column_order(order);
  row.day = column_day(article.published);
  row.story = column_story(article.story);
  row.digest = column_digest(encoded.digest);
  row.sequence = sequence;
  row.id = digest64(article.id);
  state.columns.add(row);
  if (state.copies) state.copies->add(sketch ? sketch : sketch_of(article.body));
  return document;
}

void DocumentBuilder::write_part(const std::filesystem::path& folder) {
  const std::array parts{state_->columns.data()};
  write_columns(folder, parts);
  const std::array<TermsSource*, 1> terms{&state_->terms};
  write_terms(folder, terms);
  state_->copies->write(folder);
}

}  // namespace newsindex
