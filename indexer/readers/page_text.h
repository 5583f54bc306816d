// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a page of ALTO or PAGE XML, and where its blocks stand in it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/readers/bytes.h"
#include "indexer/readers/reader.h"

namespace newsindex {

class PageText {
 public:
  // Reads all of it. When that is no such page, there are no blocks and a failure.
  PageText(Bytes& bytes, const ReadLimits& limits);
  PageText(const PageText&) = delete;
  PageText& operator=(const PageText&) = delete;

  // Half a sentence, or empty.
  const std::string& failure() const { return failure_; }

  // Its root element, and the element with an id; empty where there is none.
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

// Whether a file that begins so is such a page.
bool begins_like_page(std::string_view start);

}  // namespace newsindex
