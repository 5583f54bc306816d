// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/ocr/hocr_record.h"

#include <string>
#include <utility>
#include <variant>

#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/ocr/pages.h"
#include "indexer/extract/syntax/html_source.h"
#include "indexer/extract/text/encoding.h"
#include "schema/language_names.h"

namespace newsindex {

Draft draft_of_hocr(const Record& record, const UnderstandOptions& options) {
  const HtmlSource source = strip_html(to_utf8(record.bytes, record.charset));
  const auto tree = HtmlTree::parse(source.markup, source.depth, {.depth = options.depth});
  if (const auto* reason = std::get_if<std::string>(&tree))
    return refused("not a page that can be read: " + *reason);
  OcrPage page = read_hocr(std::get<HtmlTree>(tree));
  Draft draft;
  set_language(draft, language_code(page.language));
  set_page_text(std::move(page.blocks), draft);
  if (draft.article.title.empty() && draft.article.body.empty())
    draft.refusal = "no text on the page";
  return draft;
}

}  // namespace newsindex
