// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "indexer/extract/xml/formats.h"
#include "indexer/extract/xml/xml_text.h"

namespace newsindex {
namespace {

std::string formal_name(pugi::xml_node node) { return attribute_of(node, "FormalName"); }

void read_descriptions(pugi::xml_node item, FieldValues& out) {
  for (const char* name : {"Subject", "SubjectMatter", "SubjectDetail"})
    for (const auto subject : all_named(item, name))
      out.add("topics", topic_of_code(formal_name(subject)));
  out.set("language", formal_name(first_named(item, "Language")));
  for (const auto keyword : all_named(item, "KeywordLine")) out.add("keywords", line_of(keyword));
}

std::string text_of_content(pugi::xml_node content) {
  if (const auto nitf = child_named(content, "nitf")) {
    const auto body = first_named(nitf, "body.content");
    return paragraphs_of(body ? body : nitf);
  }
  const auto html = first_named(content, "body");
  return paragraphs_of(html ? html : content);
}

// The longest text of all contents: others are summaries, and names of pictures.
std::string text_in(pugi::xml_node item) {
  std::string longest;
  for (const auto content : all_named(item, "DataContent"))
    if (std::string text = text_of_content(content);
        text.size() > longest.size() && text.find(' ') != std::string::npos)
      longest = std::move(text);
  return longest;
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
  out.set("title", line_of(first_named(item, "HeadLine")));
  out.set("title", line_of(first_named(item, "NewsLineText")));
  out.set("published", line_of(child_named(management, "FirstCreated")));
  out.set("published", line_of(child_named(identifier, "DateId")));
  out.set("modified", line_of(child_named(management, "ThisRevisionCreated")));
  for (const auto by : all_named(item, "ByLine")) out.add("authors", line_of(by));
  out.set("source", line_of(first_named(item, "CreditLine")));
  const auto provider = first_named(item, "Provider");
  out.set("source", formal_name(first_named(provider, "Party")));
  out.set("source", line_of(child_named(identifier, "ProviderId")));
  read_descriptions(item, out);
  out.set("language", attribute_of(item, "lang"));
  out.set("body", text_in(item));
  if (!out.has("body")) out.refusal = "no text in it";
}

}  // namespace newsindex
