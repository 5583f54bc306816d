// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/markup/html_paragraphs.h"

#include <array>

#include "indexer/extract/markup/html_blocks.h"
#include "indexer/extract/syntax/html_source.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/printed_text.h"
#include "schema/text/ascii.h"

namespace newsindex {

using namespace std::string_view_literals;

bool is_markup(std::string_view text) {
  constexpr std::array kMarks{"</p>"sv, "<p>"sv, "<p "sv, "<br"sv, "</div>"sv};
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
    for (const std::string_view mark : kMarks)
      if (same_name(text.substr(at, mark.size()), mark)) return true;
  return false;
}

std::string paragraphs_of_html(const std::string& text) {
  if (text.find('<') == std::string::npos) return paragraphs_of(tidy(decoded_references(text)));
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
