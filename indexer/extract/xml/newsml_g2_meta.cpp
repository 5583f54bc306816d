// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml/newsml_g2_meta.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/labels/slug.h"
#include "indexer/extract/labels/subject_codes.h"
#include "indexer/extract/syntax/xml_text.h"
#include "schema/media_topics.h"

namespace newsindex {
namespace {

std::string last_part(const std::string& code) { return code.substr(code.rfind(':') + 1); }

bool is_geographic(pugi::xml_node property) {
  const std::string type = attribute_of(property, "type");
  return type.ends_with("geoArea") || type.ends_with("poi");
}

// What an item says about the things that it names by codes.
class Assertions {
 public:
  explicit Assertions(pugi::xml_node item) {
    for (const auto assertion : children_named(item, "assert")) {
      for (const char* key : {"qcode", "uri", "literal"})
        by_code_.emplace(attribute_of(assertion, key), assertion);
      if (child_named(assertion, "geoAreaDetails"))
        places_.emplace(last_part(attribute_of(assertion, "qcode")), assertion);
    }
  }

  // The assertion about a property, found by its code, URI or literal; for a place also by the last
  // part of the code, because the same place may have a code in two schemes of one publisher. Else
  // a null node.
  pugi::xml_node about(pugi::xml_node property) const {
    for (const char* key : {"qcode", "uri", "literal"})
      if (const auto found = at(by_code_, attribute_of(property, key))) return found;
    const std::string code = attribute_of(property, "qcode");
    return is_geographic(property) ? at(places_, last_part(code)) : pugi::xml_node();
  }

 private:
  using Nodes = std::map<std::string, pugi::xml_node>;

  static pugi::xml_node at(const Nodes& nodes, const std::string& code) {
    const auto found = nodes.find(code);
    return code.empty() || found == nodes.end() ? pugi::xml_node() : found->second;
  }

  Nodes by_code_;
  Nodes places_;
};

// The place of a point of interest without a name: the narrowest part of its address with a name.
std::string name_of_address(pugi::xml_node assertion) {
  const auto address = first_named(assertion, "address");
  for (const char* part : {"locality", "area", "country"})
    if (std::string name = name_of(child_named(address, part)); !name.empty()) return name;
  return {};
}

// The name of a property, from itself or from an assertion. A literal is a name only if it is not
// the key of an assertion and does not look like one ("int001").
std::string known_name(pugi::xml_node property, const Assertions& assertions) {
  if (std::string name = line_of(child_named(property, "name")); !name.empty()) return name;
  if (const auto assertion = assertions.about(property)) {
    std::string name = line_of(child_named(assertion, "name"));
    return name.empty() ? name_of_address(assertion) : name;
  }
  std::string literal = attribute_of(property, "literal");
  const bool is_key = literal.find_first_of("0123456789") != std::string::npos;
  return is_key ? std::string() : literal;
}

std::string topic_of(pugi::xml_node subject) {
  std::string topic = topic_of_code(code_of(subject));
  for (const auto same : children_named(subject, "sameAs"))
    if (topic.empty()) topic = topic_of_code(code_of(same));
  return topic;
}

void read_subject(pugi::xml_node subject, const Assertions& assertions, Draft& draft) {
  const std::string name = known_name(subject, assertions);
  if (const std::string topic = topic_of(subject); !topic.empty()) {
    add_topic(draft, topic);
    // The code only has a topic above it in the tree, which says less than the name.
    if (!has_topic_of_its_own(code_of(subject)) && topic == topic_of_code(code_of(subject)))
      media_topic_by_name(name) != nullptr ? add_topic(draft, name) : add_keyword(draft, name);
    return;
  }
  const std::string type = attribute_of(subject, "type");
  const auto ends = [&](std::string_view with) { return type.ends_with(with); };
  if (ends("person"))
    add_entity(draft, EntityType::person, name);
  else if (ends("organisation") || ends("team"))
    add_entity(draft, EntityType::organisation, name);
  else if (is_geographic(subject))
    add_entity(draft, EntityType::place, name);
  else if (ends("abstract") || type.empty())
    add_keyword(draft, name);
}

// True for a person who wrote the article or took the picture. Sources are creators, too, but have
// none of these roles.
bool is_author(pugi::xml_node creator) {
  constexpr std::array<std::string_view, 5> kRoles{"author", "writer", "report", "phot",
                                                   "journalist"};
  const std::string role = attribute_of(creator, "role");
  return attribute_of(creator, "type").ends_with("person") ||
         std::any_of(kRoles.begin(), kRoles.end(),
                     [&](std::string_view known) { return role.find(known) != std::string::npos; });
}

void read_authors(pugi::xml_node meta, const Assertions& assertions, Draft& draft) {
  for (const auto by : children_named(meta, "by")) add_byline(draft, line_of(by));
  if (!draft.bylines.empty()) return;
  for (const auto creator : children_named(meta, "creator"))
    if (is_author(creator)) add_byline(draft, known_name(creator, assertions));
}

// Where the article was written: the place in the dateline, or the desk.
void read_places(pugi::xml_node meta, const Assertions& assertions, Draft& draft) {
  draft.filing_places.push_back(line_of(child_named(meta, "dateline")));
  draft.filing_places.push_back(known_name(child_named(meta, "located"), assertions));
}

}  // namespace

std::string code_of(pugi::xml_node property) {
  std::string code = attribute_of(property, "qcode");
  return code.empty() ? attribute_of(property, "uri") : code;
}

std::string name_of(pugi::xml_node property) {
  std::string name = line_of(child_named(property, "name"));
  return name.empty() ? attribute_of(property, "literal") : name;
}

void read_content_meta(pugi::xml_node item, Draft& draft) {
  const auto meta = child_named(item, "contentMeta");
  const Assertions assertions(item);
  set_title(draft, line_of(child_named(meta, "headline")));
  read_authors(meta, assertions, draft);
  set_source(draft, line_of(child_named(meta, "creditline")));
  set_language(draft, attribute_of(child_named(meta, "language"), "tag"));
  set_lead(draft, line_of(child_named(meta, "description")));
  for (const auto subject : children_named(meta, "subject"))
    read_subject(subject, assertions, draft);
  read_places(meta, assertions, draft);
  for (const auto keyword : children_named(meta, "keyword")) add_keyword(draft, line_of(keyword));
  for (const auto slug : children_named(meta, "slugline"))
    for (std::string& part : parts_of_slug(line_of(slug))) add_keyword(draft, std::move(part));
}

}  // namespace newsindex
