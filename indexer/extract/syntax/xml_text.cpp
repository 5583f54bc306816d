// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/syntax/xml_text.h"

#include <algorithm>
#include <array>

#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "indexer/readers/xml_scanner.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

pugi::xml_node following_node(pugi::xml_node node, pugi::xml_node root, bool deeper) {
  if (deeper && node.first_child()) return node.first_child();
  while (node && node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

std::string_view local_name(pugi::xml_node node) { return local_xml_name(node.name()); }

pugi::xml_node child_named(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children())
    if (local_name(child) == name) return child;
  return {};
}

std::vector<pugi::xml_node> children_named(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node child : node.children())
    if (local_name(child) == name) found.push_back(child);
  return found;
}

std::vector<pugi::xml_node> all_named(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (pugi::xml_node at = following_node(node, node, true); at;
       at = following_node(at, node, true))
    if (local_name(at) == name) found.push_back(at);
  return found;
}

pugi::xml_node first_named(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_node at = following_node(node, node, true); at;
       at = following_node(at, node, true))
    if (local_name(at) == name) return at;
  return {};
}

std::string attribute_of(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes())
    if (local_xml_name(attribute.name()) == name) return on_one_line(tidy(attribute.value()));
  return {};
}

std::string line_of(pugi::xml_node node) {
  std::string text;
  for (pugi::xml_node at = following_node(node, node, true); at;
       at = following_node(at, node, true)) {
    if (is_text(at)) text += at.value();
    if (is_block_element(local_name(at))) text += ' ';
  }
  return on_one_line(tidy(decoded_references(text)));
}

bool is_block_element(std::string_view name) {
  constexpr std::array kBlocks{
      "p"sv,       "hl1"sv, "hl2"sv,          "h1"sv,     "h2"sv,         "h3"sv,
      "h4"sv,      "h5"sv,  "h6"sv,           "li"sv,     "tr"sv,         "dt"sv,
      "dd"sv,      "pre"sv, "div"sv,          "ul"sv,     "ol"sv,         "dl"sv,
      "table"sv,   "td"sv,  "th"sv,           "bq"sv,     "blockquote"sv, "block"sv,
      "section"sv, "br"sv,  "body"sv,         "fn"sv,     "nitf-table"sv, "article"sv,
      "credit"sv,  "hr"sv,  "body.content"sv, "header"sv, "caption"sv,    "figure"sv};
  return std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}

}  // namespace newsindex
