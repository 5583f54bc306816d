// SPDX-License-Identifier: GPL-3.0-or-later
// The formats of pages that OCR has read. Each gives the blocks of a page in reading order, so that
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
// not be a whole page. Order: ReadingOrder, else that of the file.
OcrPage read_alto(pugi::xml_node root);

// PAGE XML (https://github.com/PRImA-Research-Lab/PAGE-XML): the regions below `root`. Order:
// ReadingOrder, else that of the file. Of several readings of a line the first counts.
OcrPage read_page_xml(pugi::xml_node root);

// hOCR (https://kba.github.io/hocr-spec/1.2/): all of the tree.
OcrPage read_hocr(const HtmlTree& tree);

// What a part of an article (see issue.h) is to it; empty where `node` is not a part or has no
// type.
std::optional<OcrRole> role_of_part(pugi::xml_node node);

}  // namespace newsindex
