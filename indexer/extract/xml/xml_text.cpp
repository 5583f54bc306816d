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
#include "indexer/readers/xml_scanner.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

// The node after `node` in the order of the document, within `root`; below it first if `deeper`.
pugi::xml_node next_of(pugi::xml_node node, pugi::xml_node root, bool deeper) {
  if (deeper && node.first_child()) return node.first_child();
  while (node && node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block(std::string_view name) {
  constexpr std::array kBlocks{
      "p"sv,     "hl1"sv,        "hl2"sv,        "h1"sv,      "h2"sv,           "h3"sv,
      "h4"sv,    "h5"sv,         "h6"sv,         "li"sv,      "tr"sv,           "dt"sv,
      "dd"sv,    "pre"sv,        "div"sv,        "ul"sv,      "ol"sv,           "dl"sv,
      "table"sv, "blockquote"sv, "bq"sv,         "block"sv,   "section"sv,      "br"sv,
      "body"sv,  "fn"sv,         "nitf-table"sv, "article"sv, "body.content"sv, "credit"sv,
      "hr"sv,    "header"sv,     "caption"sv,    "figure"sv};
  return is_one_of(name, kBlocks);
}

bool is_left_out(std::string_view name) {
  constexpr std::array kLeftOut{"media"sv,  "media-caption"sv, "script"sv,   "style"sv,
                                "object"sv, "note"sv,          "img"sv,      "figure"sv,
                                "head"sv,   "body.head"sv,     "body.end"sv, "iframe"sv};
  return is_one_of(name, kLeftOut);
}

bool has_elements(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_element) return true;
  return false;
}

void end_paragraph(std::string& paragraph, std::string& all) {
  const std::string line = on_one_line(paragraph);
  paragraph.clear();
  if (line.empty()) return;
  if (!all.empty()) all += "\n\n";
  all += line;
}

}  // namespace

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
  for (pugi::xml_node at = next_of(node, node, true); at; at = next_of(at, node, true))
    if (local_name(at) == name) found.push_back(at);
  return found;
}

pugi::xml_node first_named(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_node at = next_of(node, node, true); at; at = next_of(at, node, true))
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
  for (pugi::xml_node at = next_of(node, node, true); at; at = next_of(at, node, true)) {
    if (is_text(at)) text += at.value();
    if (is_block(local_name(at))) text += ' ';
  }
  return on_one_line(tidy(unreferenced(text)));
}

std::string paragraphs_of(pugi::xml_node node) {
  if (!has_elements(node)) {
    std::string text;
    for (const pugi::xml_node child : node.children()) text += child.value();
    return newsindex::paragraphs_of(tidy(unreferenced(text)));
  }
  std::string all;
  std::string paragraph;
  bool deeper = true;
  for (pugi::xml_node at = next_of(node, node, true); at; at = next_of(at, node, deeper)) {
    deeper = !is_left_out(local_name(at));
    if (is_text(at)) {
      // A text behind the end of a block begins a paragraph of its own.
      if (is_block(local_name(at.previous_sibling()))) end_paragraph(paragraph, all);
      paragraph += at.value();
    } else if (is_block(local_name(at))) {
      end_paragraph(paragraph, all);
    } else {
      paragraph += is_block(local_name(at.previous_sibling())) ? "\n" : "";
      if (local_name(at) == "td" || local_name(at) == "th") paragraph += ' ';
    }
  }
  end_paragraph(paragraph, all);
  return tidy(unreferenced(all));
}

bool is_markup(std::string_view text) {
  return text.find("</p>") != std::string_view::npos ||
         text.find("<br") != std::string_view::npos ||
         text.find("</div>") != std::string_view::npos;
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
