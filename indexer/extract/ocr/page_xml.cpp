// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <utility>

#include "indexer/extract/ocr/pages.h"
#include "indexer/extract/ocr/reading_order.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"

namespace newsindex {
namespace {

// The reading of an element that has the lowest index, or empty.
std::string reading_of(pugi::xml_node node) {
  pugi::xml_node best;
  for (const auto reading : children_named(node, "TextEquiv"))
    if (!best || reading.attribute("index").as_int() < best.attribute("index").as_int())
      best = reading;
  return tidy(child_named(best, "Unicode").text().get());
}

std::string line_text(pugi::xml_node line) {
  std::string text = on_one_line(reading_of(line));
  if (!text.empty()) return text;
  for (const auto word : children_named(line, "Word"))
    append_word(text, on_one_line(reading_of(word)));
  return text;
}

// "heading" of custom="readingOrder {index:0;} structure {type:heading;}".
std::string_view structure_of(std::string_view custom) {
  constexpr std::string_view kType = "type:";
  const std::size_t structure = custom.find("structure");
  if (structure == std::string_view::npos) return {};
  const std::size_t type = custom.find(kType, structure);
  if (type == std::string_view::npos) return {};
  const std::string_view value = custom.substr(type + kType.size());
  return value.substr(0, value.find_first_of(";}"));
}

OcrRole role_of(pugi::xml_node region) {
  std::optional<OcrRole> role = ocr_role(region.attribute("type").value());
  if (!role) role = ocr_role(structure_of(region.attribute("custom").value()));
  for (pugi::xml_node above = region.parent(); above && !role; above = above.parent())
    role = role_of_part(above);
  return role.value_or(OcrRole::text);
}

OcrBlock block_of(pugi::xml_node region) {
  OcrBlock block;
  block.role = role_of(region);
  const auto lines = children_named(region, "TextLine");
  for (const auto line : lines)
    if (std::string text = line_text(line); !text.empty()) block.lines.push_back(std::move(text));
  const bool has_parts = child_named(region, "TextRegion") || child_named(region, "TableCell");
  if (lines.empty() && !has_parts) block.lines = parts_of(reading_of(region), "\n");
  return block;
}

}  // namespace

OcrPage read_page_xml(pugi::xml_node root) {
  OcrPage page;
  ReadingOrder order(root, "regionRef");
  for (pugi::xml_node at = root; at; at = following_node(at, root, true)) {
    const std::string_view name = local_name(at);
    if (name != "TextRegion" && name != "TableCell") continue;
    page.blocks.push_back(block_of(at));
    order.place(at);
    if (page.language.empty()) page.language = at.attribute("primaryLanguage").value();
  }
  if (const char* told = first_named(root, "Page").attribute("primaryLanguage").value();
      *told != '\0')
    page.language = told;
  order.sort(page.blocks);
  return page;
}

}  // namespace newsindex
