// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/wire/sgml_record.h"

#include <algorithm>
#include <utility>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/labels/labels.h"
#include "indexer/extract/people/author_names.h"
#include "indexer/extract/syntax/sgml_elements.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/printed_text.h"
#include "indexer/extract/text/tags.h"
#include "indexer/extract/wire/sgml_collections.h"
#include "schema/language_names.h"

namespace newsindex {
namespace {

std::string line_of(const SgmlElements& elements, SgmlElement element) {
  return line_without_markup(elements.content(element));
}

// The entries of a list: <D> or <P> elements, else parts between semicolons.
std::vector<std::string> list_in(std::string_view raw) {
  std::vector<std::string> entries;
  bool marked = false;
  for (Tag tag = next_tag(raw, 0); tag; tag = next_tag(raw, tag.end)) {
    if (tag.closing) continue;
    const Tag next = next_tag(raw, tag.end);
    const std::size_t end = next ? next.start : raw.size();
    std::string entry = line_without_markup(raw.substr(tag.end, end - tag.end));
    if (!entry.empty()) entries.push_back(std::move(entry));
    marked = true;
  }
  return marked ? entries : parts_of(line_without_markup(raw), ";");
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

// Reuters puts <BODY> into <TEXT>, and AQUAINT <TEXT> into <BODY>: the inner one is the story.
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
    printed += without_markup(elements.raw_without_elements(span));
  }
  printed = with_paragraphs(std::move(printed));
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

// The place where the article was filed; empty if the element has the day of the issue instead
// ("Monday, December 30, 1991").
std::string dateline_of(const SgmlElements& elements) {
  std::string dateline = line_of(elements, SgmlElement::dateline);
  const auto date = find_date(dateline);
  return date && date->start == 0 ? std::string() : dateline;
}

std::string body_of(const SgmlElements& elements, const std::string& lead) {
  const std::string body =
      tidy(paragraphs_of(with_dateline(dateline_of(elements), printed_story(elements))));
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
      return line_without_markup(value);
  return line_of(elements, SgmlElement::id);
}

// The date is read from the date element, else from the time when the file was sent, with the month
// first ("AP-NR-02-12-88 2344EST"), else from the issue of the magazine, else from the id.
void read_dates(const SgmlElements& elements, const SgmlOrigin& origin, Draft& draft) {
  const std::string told = line_of(elements, SgmlElement::date);
  draft.article.published = packed_day(told);
  draft.published = {{told},
                     {line_of(elements, SgmlElement::file), DateOrder::month_first},
                     {line_of(elements, SgmlElement::journal)}};
  draft.named_day = origin.day;
}

// "By Ann Lee , Lee, an engineer, is author of ...": the repeated name is not another author.
std::vector<std::string> authors_of(const SgmlElements& elements, const std::string& source) {
  const std::string line = line_of(elements, SgmlElement::byline);
  if (!elements.spans(SgmlElement::journal).empty()) return turned_names(line);
  std::vector<std::string> names = author_names(line, source);
  if (!names.empty())
    std::erase_if(names, [first = " " + names.front() + " "](const std::string& name) {
      return name.find(' ') == name.npos && first.ends_with(" " + name + " ");
    });
  return names;
}

std::string source_of(const SgmlElements& elements, const SgmlOrigin& origin) {
  if (same_name(elements.name(), "REUTERS")) return "Reuters";
  if (!origin.source.empty()) return std::string(origin.source);
  std::string source = line_of(elements, SgmlElement::source);
  if (!source.empty()) return source;
  // "PC Week Oct 1 1990 v7 n39 p1(1)."
  const std::string journal = line_of(elements, SgmlElement::journal);
  const auto date = find_date(journal);
  if (!date || date->start == 0) return {};
  return on_one_line(journal.substr(0, date->start));
}

}  // namespace

Draft draft_of_sgml(const Record& record) {
  const std::string text = to_utf8(record.bytes);
  const SgmlElements elements(text);
  Draft draft;
  Article& article = draft.article;
  article.id = id_of(elements);
  article.url = line_of(elements, SgmlElement::url);
  const SgmlOrigin origin = origin_of_id(article.id);
  article.title = bare_headline(line_of(elements, SgmlElement::title));
  article.language = language_code(line_of(elements, SgmlElement::language));
  article.source = source_of(elements, origin);
  article.section = entries_of(elements, SgmlElement::section);
  article.authors = authors_of(elements, article.source);
  article.keywords = entries_of(elements, SgmlElement::keywords);
  article.lead = tidy(paragraphs_of(without_markup(elements.content(SgmlElement::lead))));
  article.body = body_of(elements, article.lead);
  read_dates(elements, origin, draft);
  read_labels(elements, article);
  return draft;
}

}  // namespace newsindex
