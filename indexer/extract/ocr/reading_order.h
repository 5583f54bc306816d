// SPDX-License-Identifier: GPL-3.0-or-later
// The order that a page gives for its blocks: references to their ids, in order. A block that is
// not named stands where the one around it is; those that nothing names come last, as in the file.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "indexer/extract/ocr/ocr_text.h"

namespace newsindex {

class ReadingOrder {
 public:
  // `reference`: the attribute of the elements within <ReadingOrder> that refers to a block.
  // Elements with an index stand in its order among their neighbours.
  ReadingOrder(pugi::xml_node root, const char* reference);

  // The next block is this one.
  void place(pugi::xml_node block);

  // REQUIRES: each of the blocks was placed, in their order.
  void sort(std::vector<OcrBlock>& blocks) const;

 private:
  std::unordered_map<std::string, std::size_t> ranks_;  // by id
  std::vector<std::size_t> placed_;                     // ranks
};

}  // namespace newsindex
