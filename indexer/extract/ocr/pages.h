// SPDX-License-Identifier: GPL-3.0-or-later
// Readers for the formats of OCR pages. Each returns the blocks of a page in reading order, so that
// columns are not mixed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "indexer/extract/ocr/ocr_text.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

struct OcrPage {
  std::vector<OcrBlock> blocks;
  std::string language;  // as the page says, or empty
};

// ALTO (https://www.loc.gov/standards/alto/) of any version: the blocks below `root`, which need
// not be a whole page, in the order of ReadingOrder, else in that of the file.
OcrPage read_alto(pugi::xml_node root);

// PAGE XML (https://github.com/PRImA-Research-Lab/PAGE-XML): the regions below `root`, in the order
// of ReadingOrder, else in that of the file. If a line has several readings, the one with the
// lowest index is used.
OcrPage read_page_xml(pugi::xml_node root);

// hOCR (https://kba.github.io/hocr-spec/1.2/): the blocks of the whole tree.
OcrPage read_hocr(const HtmlTree& tree);

// The role of a <part> of an article (see issue.h); nullopt if `node` is not a <part>, or none of
// its types is known.
std::optional<OcrRole> role_of_part(pugi::xml_node node);

}  // namespace newsindex
