// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml/xml_map.h"

#include <algorithm>
#include <fstream>

#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/fields/json_fields.h"
#include "indexer/extract/labels/labels.h"
#include "indexer/extract/labels/topic_codes.h"
#include "indexer/extract/markup/html_paragraphs.h"
#include "indexer/extract/markup/xml_paragraphs.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/lines.h"
#include "schema/error.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

// The line without its comment, which begins with "#" at the start or after white space.
std::string_view without_remark(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1))
    if (at == 0 || kSpaces.find(line[at - 1]) != std::string_view::npos) return line.substr(0, at);
  return line;
}

std::string text_at(pugi::xpath_node found) {
  const pugi::xml_node node = found.node();
  if (!node) return found.attribute().value();
  for (const auto child : node.children())
    if (child.type() == pugi::node_element) return paragraphs_of(node);
  std::string text = node.type() == pugi::node_element ? node.text().get() : node.value();
  return paragraphs_of_html(text);
}

std::string line(pugi::xpath_node found) {
  if (found.attribute()) return on_one_line(found.attribute().value());
  const pugi::xml_node node = found.node();
  return node.type() == pugi::node_element ? line_of(node) : on_one_line(node.value());
}

std::string body_of(const pugi::xpath_node_set& nodes) {
  std::string body;
  for (const pugi::xpath_node& node : nodes) {
    const std::string text = text_at(node);
    if (!body.empty() && !text.empty()) body += "\n\n";
    body += text;
  }
  return body;
}

bool is_list_path(JsonField field) {
  return field == JsonField::keywords || field == JsonField::people ||
         field == JsonField::organisations || field == JsonField::places;
}

void add_labels(Draft& draft, EntityType type, const std::string& text) {
  for (const std::string& label : listed_parts(text))
    add_entity(draft.article.entities, entity_of_label(type, label));
}

// A word that names a topic of the tree becomes a topic, any other word a keyword.
void add_subjects(Draft& draft, const std::string& text) {
  for (const std::string& word : listed_parts(text)) {
    Topic topic = topic_named({word}, {}, {});
    is_label(topic) ? add_keyword(draft, word) : add_topic(draft.article.topics, std::move(topic));
  }
}

void read_field(JsonField field, const std::string& text, Draft& draft) {
  switch (field) {
    case JsonField::id: return set_id(draft, text);
    case JsonField::url: return set_url(draft, text);
    case JsonField::title: return set_title(draft, text);
    case JsonField::published: return add_published(draft, text);
    case JsonField::modified: return set_modified(draft, text);
    case JsonField::version: return set_version(draft, text);
    case JsonField::language: return set_language(draft, text);
    case JsonField::source: return set_source(draft, text);
    case JsonField::section: return add_section(draft, text);
    case JsonField::authors: return add_byline(draft, text);
    case JsonField::lead: return set_lead(draft, text);
    case JsonField::body: return set_body(draft, text);
    case JsonField::keywords: return add_keyword(draft, text);
    case JsonField::topics: return add_topic(draft, text);
    case JsonField::subjects: return add_subjects(draft, text);
    case JsonField::people: return add_labels(draft, EntityType::person, text);
    case JsonField::organisations: return add_labels(draft, EntityType::organisation, text);
    case JsonField::places: return add_labels(draft, EntityType::place, text);
    case JsonField::entities: return add_keywords(draft, text, ";|,");  // their type is not given
    case JsonField::published_precision:
    case JsonField::published_evidence:
    case JsonField::published_ambiguous: return;  // only in our own output
  }
}

}  // namespace

XmlMap XmlMap::read_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ExitCode::no_input, "cannot read '" + path.string() + "'");
  XmlMap map;
  std::size_t number = 0;
  const auto wrong = [&](const std::string& why) {
    return Error(ExitCode::config, path.string() + ", line " + std::to_string(number) + ": " + why);
  };
  for (std::string text; std::getline(in, text);) {
    ++number;
    const std::string rest(trimmed(without_remark(text)));
    if (rest.empty()) continue;
    const std::size_t gap = rest.find_first_of(" \t");
    if (gap == std::string::npos) throw wrong("a field without a path");
    const std::string field = rest.substr(0, gap);
    const std::string expression(trimmed(std::string_view(rest).substr(gap)));
    if (field == "record") {
      map.record_ = expression;
      continue;
    }
    try {
      mapped_field(field);
      const pugi::xpath_query query(expression.c_str());
    } catch (const Error&) {
      throw wrong("no such field of an article: '" + field + "'");
    } catch (const pugi::xpath_exception& error) {
      throw wrong("'" + expression + "' is no XPath: " + error.what());
    }
    map.fields_.emplace_back(field, expression);
  }
  if (map.record_.empty()) throw wrong("no line says which element is a record");
  if (map.fields_.empty()) throw wrong("no field has a path");
  return map;
}

std::string XmlMap::text() const {
  std::string all = record_;
  for (const auto& [field, expression] : fields_) all += '\n' + field + ' ' + expression;
  return all;
}

bool XmlMap::fits(pugi::xml_node root) const {
  return local_name(root) == record_.substr(0, record_.find('/'));
}

void XmlMap::read(pugi::xml_node root, Draft& draft) const {
  // At each level the record is in the last element of the name: the others are already closed.
  pugi::xml_node record = root;
  for (const std::string& name : parts_of(record_.substr(record_.find('/') + 1), "/"))
    if (const auto found = children_named(record, name);
        record_.find('/') != std::string::npos && !found.empty())
      record = found.back();
  for (const auto& [name, expression] : fields_) {
    const JsonField field = mapped_field(name);
    const pugi::xpath_query query(expression.c_str());
    if (query.return_type() != pugi::xpath_type_node_set) {
      const std::string value = on_one_line(query.evaluate_string(record));
      for (const std::string& text : is_list_path(field) ? listed_parts(value) : std::vector{value})
        read_field(field, text, draft);
      continue;
    }
    pugi::xpath_node_set nodes = query.evaluate_node_set(record);
    nodes.sort();
    if (field == JsonField::body)
      set_body(draft, body_of(nodes));
    else
      for (const pugi::xpath_node& node : nodes) read_field(field, line(node), draft);
  }
}

}  // namespace newsindex
