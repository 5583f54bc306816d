// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml/xml_map.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "indexer/extract/fields/json_fields.h"
#include "indexer/extract/markup/html_paragraphs.h"
#include "indexer/extract/markup/xml_paragraphs.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/lines.h"
#include "schema/error.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

// Without a remark, which begins with "#" at the start or behind white space.
std::string_view without_remark(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1))
    if (at == 0 || kSpaces.find(line[at - 1]) != std::string_view::npos) return line.substr(0, at);
  return line;
}

bool is_list(const std::string& field) {
  constexpr std::array<std::string_view, 9> kLists{"authors", "keywords",      "topics",
                                                   "people",  "organisations", "places",
                                                   "section", "entities",      "subjects"};
  return std::find(kLists.begin(), kLists.end(), field) != kLists.end();
}

std::string running_text(pugi::xpath_node found) {
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
    const std::string text = running_text(node);
    if (!body.empty() && !text.empty()) body += "\n\n";
    body += text;
  }
  return body;
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

void XmlMap::read(pugi::xml_node root, FieldValues& out) const {
  // The record is the last element on the way: the others were closed before it.
  pugi::xml_node record = root;
  for (const std::string& name : parts_of(record_.substr(record_.find('/') + 1), "/"))
    if (const auto found = children_named(record, name);
        record_.find('/') != std::string::npos && !found.empty())
      record = found.back();
  for (const auto& [field, expression] : fields_) {
    const pugi::xpath_query query(expression.c_str());
    if (query.return_type() != pugi::xpath_type_node_set) {
      out.set(field.c_str(), on_one_line(query.evaluate_string(record)));
      continue;
    }
    pugi::xpath_node_set nodes = query.evaluate_node_set(record);
    nodes.sort();
    if (field == "body")
      out.set("body", body_of(nodes));
    else if (is_list(field))
      for (const pugi::xpath_node& node : nodes) out.add(field.c_str(), line(node));
    else
      for (const pugi::xpath_node& node : nodes) out.set(field.c_str(), line(node));
  }
}

}  // namespace newsindex
