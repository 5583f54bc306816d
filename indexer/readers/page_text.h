// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a page of ALTO or PAGE XML, and the positions of its blocks.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/readers/bytes.h"
#include "indexer/readers/reader.h"

namespace newsindex {

class PageText {
 public:
  // Reads the whole page. If it is no such page, there are no blocks and a failure.
  PageText(Bytes& bytes, const ReadLimits& limits);
  PageText(const PageText&) = delete;
  PageText& operator=(const PageText&) = delete;

  // Half a sentence, or empty.
  const std::string& failure() const { return failure_; }

  // The root element, and the element with this id; empty if there is none.
  std::string_view whole() const { return whole_; }
  std::string_view block(const std::string& id) const;

  std::size_t bytes() const { return text_.size(); }

 private:
  bool read(Bytes& bytes, std::size_t most);
  void find_blocks(std::size_t most_depth);

  std::string text_;
  std::string failure_;
  std::string_view whole_;
  std::unordered_map<std::string, std::string_view> blocks_;
};

// True if a file that begins like this is such a page.
bool begins_like_page(std::string_view start);

}  // namespace newsindex
