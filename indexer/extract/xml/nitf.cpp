// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "indexer/extract/xml/formats.h"
#include "indexer/extract/xml/xml_text.h"

namespace newsindex {
namespace {

void read_classification(pugi::xml_node head, FieldValues& out) {
  for (const auto key : all_named(head, "keyword")) out.add("keywords", attribute_of(key, "key"));
  for (const auto subject : all_named(head, "tobject.subject")) {
    const std::string topic = topic_of_code(attribute_of(subject, "tobject.subject.refnum"));
    out.add("topics", topic);
    if (topic.empty()) out.add("topics", attribute_of(subject, "tobject.subject.type"));
  }
  const auto content = first_named(head, "identified-content");
  for (const auto person : all_named(content, "person")) out.add("people", line_of(person));
  for (const auto place : all_named(content, "location")) {
    const auto city = first_named(place, "city");
    out.add("places", line_of(city ? city : place));
  }
  for (const auto organisation : all_named(content, "org"))
    out.add("organisations", line_of(organisation));
}

}  // namespace

void read_nitf(pugi::xml_node nitf, FieldValues& out) {
  const auto head = child_named(nitf, "head");
  const auto body = child_named(nitf, "body");
  const auto data = first_named(head, "docdata");
  const auto body_head = child_named(body, "body.head");
  out.set("id", attribute_of(first_named(data, "doc-id"), "id-string"));
  out.set("title", line_of(first_named(body_head, "hl1")));
  out.set("title", line_of(first_named(body_head, "hedline")));
  out.set("title", line_of(child_named(head, "title")));
  out.set("published", attribute_of(first_named(data, "date.issue"), "norm"));
  out.set("published", attribute_of(first_named(data, "date.release"), "norm"));
  out.set("published", attribute_of(first_named(body_head, "story.date"), "norm"));
  out.set("modified", attribute_of(first_named(head, "revision-history"), "norm"));
  const auto byline = first_named(body_head, "byline");
  const auto people = all_named(byline, "person");
  for (const auto person : people) out.add("authors", line_of(person));
  if (people.empty()) {
    std::string names;
    for (const auto part : byline.children())
      if (local_name(part) != "byttl") names += part.value() + line_of(part) + " ";
    out.add("authors", names);
  }
  out.set("lead", line_of(first_named(body_head, "abstract")));
  out.set("source", line_of(first_named(body_head, "distributor")));
  out.set("source", attribute_of(first_named(data, "doc.copyright"), "holder"));
  out.set("section", attribute_of(first_named(head, "pubdata"), "position.section"));
  out.set("language", attribute_of(nitf, "lang"));
  read_classification(head, out);
  const auto content = first_named(body, "body.content");
  out.set("body", paragraphs_of(content ? content : body));
}

}  // namespace newsindex
