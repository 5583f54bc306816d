// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/ocr/reading_order.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "indexer/extract/syntax/xml_text.h"

namespace newsindex {
namespace {

// The id of an element; ALTO writes the name of the attribute in capitals.
const char* id_of(pugi::xml_node node) {
  const pugi::xml_attribute small = node.attribute("id");
  return small ? small.value() : node.attribute("ID").value();
}

std::vector<pugi::xml_node> by_index(pugi::xml_node group) {
  std::vector<pugi::xml_node> members(group.children().begin(), group.children().end());
  std::stable_sort(members.begin(), members.end(), [](pugi::xml_node a, pugi::xml_node b) {
    return a.attribute("index").as_int() < b.attribute("index").as_int();
  });
  return members;
}

}  // namespace

ReadingOrder::ReadingOrder(pugi::xml_node root, const char* reference) {
  std::vector<pugi::xml_node> open;
  if (const auto order = first_named(root, "ReadingOrder")) open.push_back(order);
  while (!open.empty()) {
    const pugi::xml_node at = open.back();
    open.pop_back();
    if (const char* id = at.attribute(reference).value(); *id != '\0')
      ranks_.emplace(id, ranks_.size());
    const auto members = by_index(at);
    open.insert(open.end(), members.rbegin(), members.rend());
  }
}

void ReadingOrder::place(pugi::xml_node block) {
  auto rank = ranks_.end();
  if (!ranks_.empty())
    for (pugi::xml_node at = block; at && rank == ranks_.end(); at = at.parent())
      rank = ranks_.find(id_of(at));
  placed_.push_back(rank == ranks_.end() ? std::numeric_limits<std::size_t>::max() : rank->second);
}

void ReadingOrder::sort(std::vector<OcrBlock>& blocks) const {
  std::vector<std::size_t> order(blocks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return placed_[a] < placed_[b]; });
  std::vector<OcrBlock> sorted;
  sorted.reserve(blocks.size());
  for (const std::size_t i : order) sorted.push_back(std::move(blocks[i]));
  blocks = std::move(sorted);
}

}  // namespace newsindex
