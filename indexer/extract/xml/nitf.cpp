// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/labels/subject_codes.h"
#include "indexer/extract/markup/xml_paragraphs.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/tags.h"
#include "indexer/extract/xml/formats.h"

namespace newsindex {
namespace {

// Adds the topic of a subject's code, and its words if the code has no topic of its own.
void read_nitf_subject(pugi::xml_node subject, Draft& draft) {
  const std::string code = attribute_of(subject, "tobject.subject.refnum");
  add_topic(draft, topic_of_code(code));
  if (has_topic_of_its_own(code)) return;
  for (const char* words :
       {"tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"})
    if (const std::string name = attribute_of(subject, words); !name.empty())
      return add_topic(draft, name);
}

// "Sydney" of <location><city>Sydney</city><country>Australia</country></location>.
std::string name_of_location(pugi::xml_node location) {
  const auto city = first_named(location, "city");
  return line_of(city ? city : location);
}

void read_dateline(pugi::xml_node dateline, Draft& draft) {
  const auto location = first_named(dateline, "location");
  if (location)
    draft.filing_places.push_back(name_of_location(location));
  else if (!first_named(dateline, "story.date"))
    draft.filing_places.push_back(line_of(dateline));
}

void read_classification(pugi::xml_node head, Draft& draft) {
  for (const auto key : all_named(head, "keyword")) {
    const std::string words = attribute_of(key, "key");
    add_keyword(draft, words.empty() ? line_of(key) : words);
  }
  for (const auto subject : all_named(head, "tobject.subject")) read_nitf_subject(subject, draft);
  const auto content = first_named(head, "identified-content");
  for (const auto person : all_named(content, "person"))
    add_entity(draft, EntityType::person, line_of(person));
  for (const auto place : all_named(content, "location"))
    add_entity(draft, EntityType::place, name_of_location(place));
  for (const auto organisation : all_named(content, "org"))
    add_entity(draft, EntityType::organisation, line_of(organisation));
}

void read_byline(pugi::xml_node byline, Draft& draft) {
  const auto people = all_named(byline, "person");
  for (const auto person : people) add_byline(draft, line_of(person));
  if (!people.empty()) return;
  std::string names;
  for (const auto part : byline.children())
    if (local_name(part) != "byttl") names += part.value() + line_of(part) + " ";
  add_byline(draft, names);
}

// An article is published when it was issued, or when it was released (embargo) if that was
// later.
void read_nitf_dates(pugi::xml_node head, pugi::xml_node body_head, Draft& draft) {
  const auto data = first_named(head, "docdata");
  add_published(draft, attribute_of(first_named(data, "date.issue"), "norm"));
  add_published(draft, attribute_of(first_named(body_head, "story.date"), "norm"));
  draft.embargo = attribute_of(first_named(data, "date.release"), "norm");
  for (const auto revision : all_named(head, "revision-history"))
    set_later(draft.modified, attribute_of(revision, "norm"));
}

std::string text_of_body(pugi::xml_node body) {
  std::string text;
  for (const auto content : children_named(body, "body.content")) {
    const std::string part = paragraphs_of(content);
    text += (text.empty() || part.empty() ? "" : "\n\n") + part;
  }
  return child_named(body, "body.content") ? text : paragraphs_of(body);
}

}  // namespace

void read_nitf(pugi::xml_node nitf, Draft& draft) {
  const auto head = child_named(nitf, "head");
  const auto body = child_named(nitf, "body");
  const auto data = first_named(head, "docdata");
  const auto body_head = child_named(body, "body.head");
  const std::string status = attribute_of(data, "management-status");
  for (const char* dead : {"canceled", "cancelled", "withheld"})
    if (same_name(status, dead)) draft.refusal = "its status is " + status;
  set_id(draft, attribute_of(first_named(data, "doc-id"), "id-string"));
  set_version(draft, attribute_of(first_named(data, "du-key"), "version"));
  set_title(draft, line_of(first_named(body_head, "hl1")));
  set_title(draft, line_of(first_named(body_head, "hedline")));
  set_title(draft, line_of(child_named(head, "title")));
  read_nitf_dates(head, body_head, draft);
  read_byline(first_named(body_head, "byline"), draft);
  set_lead(draft, line_of(first_named(body_head, "abstract")));
  set_source(draft, line_of(first_named(body_head, "distributor")));
  set_source(draft, attribute_of(first_named(data, "doc.copyright"), "holder"));
  add_section(draft, attribute_of(first_named(head, "pubdata"), "position.section"));
  set_language(draft, attribute_of(nitf, "lang"));
  read_classification(head, draft);
  read_dateline(first_named(body_head, "dateline"), draft);
  set_body(draft, text_of_body(body));
}

}  // namespace newsindex
