// SPDX-License-Identifier: GPL-3.0-or-later
// The reading order that a page gives for its blocks, as a list of references to their ids. A block
// that is not listed takes the place of the nearest listed element around it; blocks without one
// come last, in the order of the file.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "indexer/extract/ocr/ocr_text.h"

namespace newsindex {

class ReadingOrder {
 public:
  // `reference`: the attribute of the elements in <ReadingOrder> that refers to a block. Siblings
  // are sorted by their "index".
  ReadingOrder(pugi::xml_node root, const char* reference);

  // Notes the place of the next block.
  void place(pugi::xml_node block);

  // Sorts the blocks into reading order. REQUIRES: place() was called for each block, in their
  // order.
  void sort(std::vector<OcrBlock>& blocks) const;

 private:
  std::unordered_map<std::string, std::size_t> ranks_;  // by id
  std::vector<std::size_t> placed_;                     // ranks
};

}  // namespace newsindex
