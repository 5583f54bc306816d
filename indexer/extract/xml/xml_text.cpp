// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml/xml_text.h"

#include <algorithm>
#include <array>

#include "indexer/extract/character_references.h"
#include "indexer/extract/encoding.h"
#include "indexer/extract/html/blocks.h"
#include "indexer/extract/html/source.h"
#include "indexer/extract/json/json_value.h"
#include "indexer/extract/sgml_text.h"
#include "indexer/readers/tags.h"
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
  return on_one_line(tidy(unreferenced(text)));
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

bool is_markup(std::string_view text) {
  constexpr std::array kMarks{"</p>"sv, "<p>"sv, "<p "sv, "<br"sv, "</div>"sv};
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
    for (const std::string_view mark : kMarks)
      if (same_name(text.substr(at, mark.size()), mark)) return true;
  return false;
}

std::string paragraphs_of_html(const std::string& text) {
  if (text.find('<') == std::string::npos)
    return newsindex::paragraphs_of(tidy(unreferenced(text)));
  const HtmlSource source = strip_html(text);
  const auto parsed = HtmlTree::parse(source.markup, source.depth, {});
  const auto* tree = std::get_if<HtmlTree>(&parsed);
  if (tree == nullptr) return {};
  std::vector<HtmlZone> zones(tree->nodes().size(), HtmlZone::none);
  for (std::size_t i = 1; i < zones.size(); ++i) {
    const bool caption = (*tree)[i].tag == GUMBO_TAG_FIGCAPTION;
    if (caption || zones[(*tree)[i].parent] == HtmlZone::hidden) zones[i] = HtmlZone::hidden;
  }
  std::string all;
  for (const HtmlBlock& block : cut_into_blocks(*tree, zones)) {
    if (!all.empty()) all += "\n\n";
    all += block.block.text;
  }
  return all;
}

}  // namespace newsindex
