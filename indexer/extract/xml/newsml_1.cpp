// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/labels/slug.h"
#include "indexer/extract/labels/subject_codes.h"
#include "indexer/extract/markup/xml_paragraphs.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/xml/formats.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

std::string formal_name(pugi::xml_node node) { return attribute_of(node, "FormalName"); }

// Reads keywords ("Keyword", "BWIndustryKeywords"), and the city that the article comes from.
void read_property(pugi::xml_node property, Draft& draft) {
  const std::string name = formal_name(property);
  const std::string value = attribute_of(property, "Value");
  if (name.ends_with("Keyword") || name.ends_with("Keywords")) add_keyword(draft, value);
  if (name == "City" && local_name(property.parent()) == "Location")
    add_entity(draft, EntityType::place, value);
}

bool names_a_place(const Draft& draft) {
  return std::ranges::any_of(draft.article.entities,
                             [](const Entity& one) { return one.type == EntityType::place; });
}

void read_descriptions(pugi::xml_node item, Draft& draft) {
  for (const char* name : {"Subject", "SubjectMatter", "SubjectDetail"})
    for (const auto subject : all_named(item, name))
      add_topic(draft, topic_of_code(formal_name(subject)));
  set_language(draft, formal_name(first_named(item, "Language")));
  for (const auto keyword : all_named(item, "KeywordLine")) add_keyword(draft, line_of(keyword));
  for (const auto slug : all_named(item, "SlugLine")) add_keywords(draft, line_of(slug), "/");
  for (const auto property : all_named(item, "Property")) read_property(property, draft);
  if (!names_a_place(draft)) draft.filing_places.push_back(line_of(first_named(item, "DateLine")));
}

Draft read_content(pugi::xml_node content) {
  Draft draft;
  if (const auto nitf = child_named(content, "nitf")) {
    read_nitf(nitf, draft);
    return draft;
  }
  const auto html = first_named(content, "body");
  set_body(draft, paragraphs_of(html ? html : content));
  return draft;
}

// The fields of the content with the longest text; others are summaries or names of pictures.
Draft longest_content(pugi::xml_node item) {
  Draft longest;
  std::size_t size = 0;
  for (const auto content : all_named(item, "DataContent")) {
    Draft draft = read_content(content);
    const std::string& text = draft.article.body;
    if (text.size() <= size || text.find(' ') == std::string::npos) continue;
    size = text.size();
    longest = std::move(draft);
  }
  return longest;
}

// An embargoed article is published when its status changes to usable.
void read_dates(pugi::xml_node management, pugi::xml_node identifier, Draft& draft) {
  add_published(draft, line_of(child_named(management, "FirstCreated")));
  add_published(draft, line_of(child_named(identifier, "DateId")));
  const auto change = child_named(management, "StatusWillChange");
  if (formal_name(child_named(change, "FutureStatus")) == "Usable")
    draft.embargo = line_of(child_named(change, "DateAndTime"));
  set_modified(draft, line_of(child_named(management, "ThisRevisionCreated")));
}

// "a photo, no text" if the item says that it is not text; else empty.
std::string refusal_without_text(pugi::xml_node item) {
  const std::string type = lower(formal_name(first_named(item, "MediaType")));
  if (type.empty() || type == "text") return {};
  return (type == "audio" ? "" : type == "animation" ? "an " : "a ") + type + ", no text";
}

}  // namespace

void read_newsml_1(pugi::xml_node item, Draft& draft) {
  const auto identifier = first_named(item, "NewsIdentifier");
  const auto management = child_named(item, "NewsManagement");
  const std::string status = formal_name(child_named(management, "Status"));
  if (status == "Canceled" || status == "Withheld") {
    draft.refusal = "its status is " + status;
    return;
  }
  set_id(draft, line_of(child_named(identifier, "PublicIdentifier")));
  set_id(draft, line_of(child_named(identifier, "NewsItemId")));
  set_version(draft, line_of(child_named(identifier, "RevisionId")));
  set_title(draft, line_of(first_named(item, "HeadLine")));
  set_title(draft, line_of(first_named(item, "NewsLineText")));
  set_lead(draft, line_of(first_named(item, "SubHeadLine")));
  read_dates(management, identifier, draft);
  for (const auto by : all_named(item, "ByLine")) add_byline(draft, line_of(by));
  set_source(draft, line_of(first_named(item, "CreditLine")));
  const auto provider = first_named(item, "Provider");
  set_source(draft, formal_name(first_named(provider, "Party")));
  set_source(draft, line_of(child_named(identifier, "ProviderId")));
  read_descriptions(item, draft);
  set_language(draft, attribute_of(item, "lang"));
  fill_from(draft, longest_content(item));
  if (draft.article.body.empty()) draft.refusal = refusal_without_text(item);
}

}  // namespace newsindex
