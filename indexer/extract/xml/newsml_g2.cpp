// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "indexer/extract/xml/formats.h"
#include "indexer/extract/xml/xml_text.h"

namespace newsindex {
namespace {

// A code, or the URI that some write instead.
std::string code_of(pugi::xml_node node) {
  std::string code = attribute_of(node, "qcode");
  return code.empty() ? attribute_of(node, "uri") : code;
}

// Its name, or its literal.
std::string name_of(pugi::xml_node node) {
  std::string name = line_of(child_named(node, "name"));
  return name.empty() ? attribute_of(node, "literal") : name;
}

void read_subject(pugi::xml_node subject, FieldValues& out) {
  const std::string type = attribute_of(subject, "type");
  const std::string code = code_of(subject);
  const std::string name = name_of(subject);
  std::string topic = topic_of_code(code);
  for (const auto same : children_named(subject, "sameAs"))
    if (topic.empty()) topic = topic_of_code(code_of(same));
  const auto ends = [&](std::string_view with) { return type.ends_with(with); };
  if (!topic.empty())
    out.add("topics", topic);
  else if (ends("person"))
    out.add("people", name);
  else if (ends("organisation") || ends("team"))
    out.add("organisations", name);
  else if (ends("geoArea") || ends("poi"))
    out.add("places", name);
  else if (ends("abstract") || type.empty())
    out.add("keywords", name);
}

void read_content_meta(pugi::xml_node meta, FieldValues& out) {
  out.set("title", line_of(child_named(meta, "headline")));
  for (const auto by : children_named(meta, "by")) out.add("authors", line_of(by));
  if (!out.has("authors"))
    for (const auto creator : children_named(meta, "creator"))
      if (attribute_of(creator, "role").find("author") != std::string::npos)
        out.add("authors", name_of(creator));
  out.set("source", line_of(child_named(meta, "creditline")));
  out.set("language", attribute_of(child_named(meta, "language"), "tag"));
  out.set("lead", line_of(child_named(meta, "description")));
  for (const auto subject : children_named(meta, "subject")) read_subject(subject, out);
  for (const auto keyword : children_named(meta, "keyword")) out.add("keywords", line_of(keyword));
}

// The text of the first inline content that has some.
std::string text_in(pugi::xml_node set, FieldValues& out) {
  for (const auto content : set.children()) {
    std::string text;
    if (local_name(content) == "inlineXML") {
      if (const auto nitf = child_named(content, "nitf")) {
        FieldValues inner;
        read_nitf(nitf, inner);
        const auto fields = nlohmann::json::parse(inner.json());
        for (const char* field : {"title", "lead", "source"})
          if (fields.contains(field)) out.set(field, fields[field].get<std::string>());
        if (fields.contains("authors") && !out.has("authors"))
          for (const auto& name : fields["authors"]) out.add("authors", name.get<std::string>());
        text = fields.value("body", "");
      } else {
        const auto body = first_named(content, "body");
        text = paragraphs_of(body ? body : content);
      }
    } else if (local_name(content) == "inlineData") {
      const std::string type = attribute_of(content, "contenttype");
      const bool encoded = !attribute_of(content, "encoding").empty();
      if (!encoded)
        text = type.find("html") != std::string::npos ? paragraphs_of_html(content.text().get())
                                                      : paragraphs_of(content);
    }
    if (!text.empty()) return text;
  }
  return {};
}

// "a picture", for what an item is without text.
std::string class_of(pugi::xml_node item) {
  const std::string code = code_of(first_named(item, "itemClass"));
  const std::string name = code.substr(code.find_last_of(":/") + 1);
  return name.empty() ? "an item" : "a " + name;
}

}  // namespace

void read_newsml_g2(pugi::xml_node item, FieldValues& out) {
  const std::string_view kind = local_name(item);
  if (kind != "newsItem" && kind != "packageItem") {
    out.refusal = "no news but a " + std::string(kind);
    return;
  }
  const auto meta = child_named(item, "itemMeta");
  const std::string status = code_of(child_named(meta, "pubStatus"));
  if (status.ends_with("canceled") || status.ends_with("withheld")) {
    out.refusal = "its publication status is " + status.substr(status.find_last_of(":/") + 1);
    return;
  }
  out.set("id", attribute_of(item, "guid"));
  read_content_meta(child_named(item, "contentMeta"), out);
  out.set("title", line_of(child_named(meta, "title")));
  const auto provider = child_named(meta, "provider");
  out.set("source", name_of(provider));
  out.set("source", line_of(child_named(child_named(item, "rightsInfo"), "copyrightHolder")));
  const auto created = child_named(child_named(item, "contentMeta"), "contentCreated");
  const auto modified = child_named(child_named(item, "contentMeta"), "contentModified");
  out.set("published", line_of(child_named(meta, "firstCreated")));
  out.set("published", line_of(created));
  out.set("published", line_of(child_named(meta, "versionCreated")));
  out.set("modified", line_of(modified));
  out.set("modified", line_of(child_named(meta, "versionCreated")));
  out.set("language", attribute_of(item, "lang"));
  out.set("body", text_in(child_named(item, "contentSet"), out));
  if (out.has("body")) return;
  if (kind == "packageItem" && !out.has("title")) out.refusal = "a package of other items, no text";
  const bool text = class_of(item) == "a text";
  if (kind == "newsItem" && !out.has("lead"))
    out.refusal = (text ? "an item" : class_of(item)) + ", no text";
}

}  // namespace newsindex
