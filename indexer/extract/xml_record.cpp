// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml_record.h"

#include <string>
#include <utility>

#include "indexer/extract/ocr/issue.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/xml/formats.h"
#include "indexer/extract/xml/xml_map.h"

namespace newsindex {
namespace {

// The element that is the record: the first one of this name on the path of last children. The
// reader closes all that stands before a record, and leaves only the elements around it open.
pugi::xml_node record_element(pugi::xml_node root, std::string_view name) {
  pugi::xml_node found;
  for (pugi::xml_node node = root; node; node = node.last_child())
    if (local_name(node) == name) return node;
  return found;
}

void read_fields(pugi::xml_node root, Draft& draft) {
  for (const char* name :
       {"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"})
    if (const auto item = record_element(root, name)) return read_newsml_g2(item, draft);
  if (const auto item = record_element(root, "NewsItem")) return read_newsml_1(item, draft);
  if (local_name(root) == "nitf") return read_nitf(root, draft);
  if (local_name(root) == "mets") return read_issue_unit(root, draft);
  if (local_name(root) == "alto" || local_name(root) == "PcGts") return read_ocr_page(root, draft);
  for (const char* name : {"item", "entry"})
    if (const auto item = record_element(root, name)) return read_feed_item(item, root, draft);
  draft.refusal = "XML of an unknown kind (<" + std::string(root.name()) + ">)";
}

}  // namespace

Draft draft_of_xml(const Record& record, const UnderstandOptions& options) {
  const std::string text = with_characters_only(to_utf8(record.bytes, record.charset));
  pugi::xml_document document;
  const auto parsed = document.load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed)
    return refused("not XML: " + std::string(parsed.description()) + " at byte " +
                   std::to_string(parsed.offset));
  Draft draft;
  const pugi::xml_node root = document.document_element();
  if (options.xml_map != nullptr && options.xml_map->fits(root))
    options.xml_map->read(root, draft);
  else
    read_fields(root, draft);
  return draft;
}

}  // namespace newsindex
