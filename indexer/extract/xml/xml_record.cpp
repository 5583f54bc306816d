// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml/xml_record.h"

#include <string>
#include <utility>

#include "indexer/extract/json/json_record.h"
#include "indexer/extract/ocr/issue.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/xml/formats.h"
#include "indexer/extract/xml/xml_map.h"

namespace newsindex {
namespace {

// The element that is the record: the last one on the way down that the reader left open. What
// stood before it was closed.
pugi::xml_node record_element(pugi::xml_node root, std::string_view name) {
  pugi::xml_node found;
  for (pugi::xml_node node = root; node; node = node.last_child())
    if (local_name(node) == name) return node;
  return found;
}

void read_fields(pugi::xml_node root, FieldValues& out) {
  for (const char* name :
       {"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"})
    if (const auto item = record_element(root, name)) return read_newsml_g2(item, out);
  if (const auto item = record_element(root, "NewsItem")) return read_newsml_1(item, out);
  if (local_name(root) == "nitf") return read_nitf(root, out);
  if (local_name(root) == "mets") return read_issue_unit(root, out);
  if (local_name(root) == "alto" || local_name(root) == "PcGts") return read_ocr_page(root, out);
  for (const char* name : {"item", "entry"})
    if (const auto item = record_element(root, name)) return read_feed_item(item, root, out);
  out.refusal = "XML of an unknown kind (<" + std::string(root.name()) + ">)";
}

// A change before the publication is a date of something else.
void drop_impossible_change(Article& article) {
  if (article.published && article.modified &&
      to_unix_seconds(*article.modified) < to_unix_seconds(*article.published))
    article.modified.reset();
}

}  // namespace

Understanding understand_fields(const FieldValues& fields, const Record& record,
                                const UnderstandOptions& options) {
  if (!fields.refusal.empty()) return Reject{record.origin, fields.refusal};
  Record json{RecordFormat::json, fields.json(), record.origin, record.url, {}, record.retrieved};
  UnderstandOptions plain = options;
  plain.fields.clear();  // --map and --json-schema are for JSON
  plain.json_schema = nullptr;
  Understanding understanding = understand_json(json, plain);
  if (auto* understood = std::get_if<Understood>(&understanding))
    drop_impossible_change(understood->article);
  return understanding;
}

Understanding understand_xml(const Record& record, const UnderstandOptions& options) {
  const std::string text = with_characters_only(to_utf8(record.bytes, record.charset));
  pugi::xml_document document;
  const auto parsed = document.load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed)
    return Reject{record.origin, "not XML: " + std::string(parsed.description()) + " at byte " +
                                     std::to_string(parsed.offset)};
  FieldValues out;
  const pugi::xml_node root = document.document_element();
  if (options.xml_map != nullptr && options.xml_map->fits(root))
    options.xml_map->read(root, out);
  else
    read_fields(root, out);
  return understand_fields(out, record, options);
}

}  // namespace newsindex
