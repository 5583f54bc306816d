// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/sgml_record.h"

#include <algorithm>

#include "indexer/extract/dates/dated.h"
#include "indexer/extract/encoding.h"
#include "indexer/extract/json/json_value.h"
#include "indexer/extract/labels.h"
#include "indexer/extract/page/author_names.h"
#include "indexer/extract/sgml_elements.h"
#include "indexer/extract/sgml_text.h"
#include "indexer/readers/tags.h"
#include "schema/language_names.h"

namespace newsindex {
namespace {

std::string line_of(const SgmlElements& elements, SgmlElement element) {
  return unmarked_line(elements.content(element));
}

// The entries of a list: <D> or <P> elements, else parts between semicolons.
std::vector<std::string> list_in(std::string_view raw) {
  std::vector<std::string> entries;
  bool marked = false;
  for (Tag tag = next_tag(raw, 0); tag; tag = next_tag(raw, tag.end)) {
    if (tag.closing) continue;
    const Tag next = next_tag(raw, tag.end);
    const std::size_t end = next ? next.start : raw.size();
    std::string entry = unmarked_line(raw.substr(tag.end, end - tag.end));
    if (!entry.empty()) entries.push_back(std::move(entry));
    marked = true;
  }
  return marked ? entries : parts_of(unmarked_line(raw), ";");
}

std::vector<std::string> entries_of(const SgmlElements& elements, SgmlElement element) {
  std::vector<std::string> entries;
  for (const SgmlSpan& span : elements.spans(element))
    for (std::string& entry : list_in(elements.raw(span))) entries.push_back(std::move(entry));
  return entries;
}

// Lines that end a transmission, not the story: " Reuter", "REUTER...", " More".
bool is_trailer(std::string_view line) {
  const std::size_t end = line.find_last_not_of(" .\t\r") + 1;
  line = line.substr(0, end);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line.empty() || same_name(line, "Reuter") || same_name(line, "Reuters") ||
         same_name(line, "More");
}

void drop_trailer(std::string& text) {
  while (!text.empty()) {
    const std::size_t start = text.rfind('\n') + 1;  // npos + 1 == 0
    if (!is_trailer(std::string_view(text).substr(start))) return;
    text.resize(start == 0 ? 0 : start - 1);
  }
}

// Rows of asterisks mark urgent items.
void drop_asterisks(std::string& text) {
  const std::size_t first = text.find_first_not_of("* \n");
  if (first != std::string::npos && text.substr(0, first).find("***") != std::string::npos)
    text.erase(0, first);
}

// <BODY> stands in <TEXT> at Reuters, and <TEXT> in <BODY> in AQUAINT: the inner one is the story.
SgmlElement story_element(const SgmlElements& elements) {
  const auto& text = elements.spans(SgmlElement::text);
  const auto& body = elements.spans(SgmlElement::body);
  if (body.empty()) return SgmlElement::text;
  const bool body_within =
      !text.empty() && text[0].start <= body[0].outer_start && body[0].outer_end <= text[0].end;
  return text.empty() || body_within ? SgmlElement::body : SgmlElement::text;
}

std::string printed_story(const SgmlElements& elements) {
  std::string printed;
  for (const SgmlSpan& span : elements.spans(story_element(elements))) {
    if (!printed.empty()) printed += "\n\n";
    printed += unmarked(elements.raw_without_elements(span));
  }
  drop_asterisks(printed);
  drop_trailer(printed);
  return printed;
}

std::string with_dateline(const std::string& dateline, std::string printed) {
  if (dateline.empty()) return printed;
  printed.erase(0, std::min(printed.find_first_not_of(" \t\n"), printed.size()));
  const bool cut_word =
      dateline.size() > 1 && dateline.back() == '-' && dateline[dateline.size() - 2] != ' ';
  return dateline + (cut_word ? "" : " ") + printed;
}

std::string body_of(const SgmlElements& elements, const std::string& lead) {
  const std::string body = tidy(paragraphs_of(
      with_dateline(line_of(elements, SgmlElement::dateline), printed_story(elements))));
  if (lead.empty()) return body;
  return body.empty() ? lead : lead + "\n\n" + body;
}

void read_labels(const SgmlElements& elements, Article& article) {
  for (const std::string& label : entries_of(elements, SgmlElement::topics))
    add_topic(article.topics, topic_of_label(label));
  struct Typed {
    SgmlElement element;
    EntityType type;
  };
  for (const Typed typed : {Typed{SgmlElement::places, EntityType::place},
                            Typed{SgmlElement::people, EntityType::person},
                            Typed{SgmlElement::organisations, EntityType::organisation}})
    for (const std::string& label : entries_of(elements, typed.element))
      add_entity(article.entities, entity_of_label(typed.type, label));
}

std::string id_of(const SgmlElements& elements) {
  for (const std::string_view name : {"NEWID", "id", "docno"})
    if (const auto value = attribute(elements.attributes(), name); !value.empty())
      return unmarked_line(value);
  return line_of(elements, SgmlElement::id);
}

}  // namespace

Understanding understand_sgml(const Record& record, const UnderstandOptions& options) {
  const std::string text = to_utf8(record.bytes);
  const SgmlElements elements(text);
  Understood understood;
  Article& article = understood.article;
  article.id = id_of(elements);
  article.url = line_of(elements, SgmlElement::url);
  article.title = line_of(elements, SgmlElement::title);
  article.language = language_code(line_of(elements, SgmlElement::language));
  article.source =
      same_name(elements.name(), "REUTERS") ? "Reuters" : line_of(elements, SgmlElement::source);
  article.section = entries_of(elements, SgmlElement::section);
  article.authors = author_names(line_of(elements, SgmlElement::byline), article.source);
  article.keywords = entries_of(elements, SgmlElement::keywords);
  article.lead = tidy(paragraphs_of(unmarked(elements.content(SgmlElement::lead))));
  article.body = body_of(elements, article.lead);
  set_published(understood, line_of(elements, SgmlElement::date), options);
  read_labels(elements, article);
  return understood;
}

}  // namespace newsindex
