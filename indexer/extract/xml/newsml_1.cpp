// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "indexer/extract/labels/slug.h"
#include "indexer/extract/labels/subject_codes.h"
#include "indexer/extract/markup/xml_paragraphs.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/xml/formats.h"

namespace newsindex {
namespace {

std::string formal_name(pugi::xml_node node) { return attribute_of(node, "FormalName"); }

// "Keyword", "BWIndustryKeywords", and the city that the article comes from.
void read_property(pugi::xml_node property, FieldValues& out) {
  const std::string name = formal_name(property);
  const std::string value = attribute_of(property, "Value");
  if (name.ends_with("Keyword") || name.ends_with("Keywords")) out.add("keywords", value);
  if (name == "City" && local_name(property.parent()) == "Location") out.add_name("places", value);
}

void read_descriptions(pugi::xml_node item, FieldValues& out) {
  for (const char* name : {"Subject", "SubjectMatter", "SubjectDetail"})
    for (const auto subject : all_named(item, name))
      out.add("topics", topic_of_code(formal_name(subject)));
  out.set("language", formal_name(first_named(item, "Language")));
  for (const auto keyword : all_named(item, "KeywordLine")) out.add("keywords", line_of(keyword));
  for (const auto slug : all_named(item, "SlugLine")) out.add_parts("keywords", line_of(slug), "/");
  for (const auto property : all_named(item, "Property")) read_property(property, out);
  if (!out.has("places")) out.set("dateline", line_of(first_named(item, "DateLine")));
}

FieldValues read_content(pugi::xml_node content) {
  FieldValues fields;
  if (const auto nitf = child_named(content, "nitf")) {
    read_nitf(nitf, fields);
    return fields;
  }
  const auto html = first_named(content, "body");
  fields.set("body", paragraphs_of(html ? html : content));
  return fields;
}

// The fields of the content with the longest text: others are summaries, and names of pictures.
FieldValues longest_content(pugi::xml_node item) {
  FieldValues longest;
  std::size_t size = 0;
  for (const auto content : all_named(item, "DataContent")) {
    FieldValues fields = read_content(content);
    const std::string text = fields.text("body");
    if (text.size() <= size || text.find(' ') == std::string::npos) continue;
    size = text.size();
    longest = std::move(fields);
  }
  return longest;
}

// Under an embargo it is published when its status changes to usable.
void read_dates(pugi::xml_node management, pugi::xml_node identifier, FieldValues& out) {
  out.set("published", line_of(child_named(management, "FirstCreated")));
  out.set("published", line_of(child_named(identifier, "DateId")));
  const auto change = child_named(management, "StatusWillChange");
  if (formal_name(child_named(change, "FutureStatus")) == "Usable")
    out.set_later("published", line_of(child_named(change, "DateAndTime")));
  out.set("modified", line_of(child_named(management, "ThisRevisionCreated")));
}

// "a photo, no text", where it is said that it is something else than text; else empty.
std::string refusal_without_text(pugi::xml_node item) {
  std::string type = formal_name(first_named(item, "MediaType"));
  for (char& c : type)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  if (type.empty() || type == "text") return {};
  return (type == "audio" ? "" : type == "animation" ? "an " : "a ") + type + ", no text";
}

}  // namespace

void read_newsml_1(pugi::xml_node item, FieldValues& out) {
  const auto identifier = first_named(item, "NewsIdentifier");
  const auto management = child_named(item, "NewsManagement");
  const std::string status = formal_name(child_named(management, "Status"));
  if (status == "Canceled" || status == "Withheld") {
    out.refusal = "its status is " + status;
    return;
  }
  out.set("id", line_of(child_named(identifier, "PublicIdentifier")));
  out.set("id", line_of(child_named(identifier, "NewsItemId")));
  out.set("version", line_of(child_named(identifier, "RevisionId")));
  out.set("title", line_of(first_named(item, "HeadLine")));
  out.set("title", line_of(first_named(item, "NewsLineText")));
  out.set("lead", line_of(first_named(item, "SubHeadLine")));
  read_dates(management, identifier, out);
  for (const auto by : all_named(item, "ByLine")) out.add("authors", line_of(by));
  out.set("source", line_of(first_named(item, "CreditLine")));
  const auto provider = first_named(item, "Provider");
  out.set("source", formal_name(first_named(provider, "Party")));
  out.set("source", line_of(child_named(identifier, "ProviderId")));
  read_descriptions(item, out);
  out.set("language", attribute_of(item, "lang"));
  out.fill_from(longest_content(item));
  if (!out.has("body")) out.refusal = refusal_without_text(item);
}

}  // namespace newsindex
