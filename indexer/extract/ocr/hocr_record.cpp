// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/ocr/hocr_record.h"

#include <string>
#include <utility>
#include <variant>

#include "indexer/extract/ocr/pages.h"
#include "indexer/extract/syntax/html_source.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/xml/xml_record.h"
#include "schema/language_names.h"

namespace newsindex {

Understanding understand_hocr(const Record& record, const UnderstandOptions& options) {
  const HtmlSource source = strip_html(to_utf8(record.bytes, record.charset));
  const auto tree = HtmlTree::parse(source.markup, source.depth, {.depth = options.depth});
  if (const auto* reason = std::get_if<std::string>(&tree))
    return Reject{record.origin, "not a page that can be read: " + *reason};
  OcrPage page = read_hocr(std::get<HtmlTree>(tree));
  FieldValues out;
  out.set("language", language_code(page.language));
  set_page_text(std::move(page.blocks), out);
  if (!out.has("title") && !out.has("body")) out.refusal = "no text on the page";
  return understand_fields(out, record, options);
}

}  // namespace newsindex
