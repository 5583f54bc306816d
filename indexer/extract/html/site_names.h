// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the site of a page: its source, its host, the links to its front page.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/blocks/page_blocks.h"
#include "indexer/extract/html/facts.h"

namespace newsindex {

// Made once a page, and asked for each of its headings, parts of titles and names.
class SiteNames {
 public:
  explicit SiteNames(const HtmlFacts& facts);

  // True for the name of the site in a title: some words of its source, its host, a link home, or
  // anything like "example.com"; and for a block without letters.
  bool includes(const PageBlock& part) const;

  // True for the name of the site where an author is expected: its source, its host, an address of
  // whatever kind; and for what has no letters.
  bool is_name(std::string_view name) const;

 private:
  using Names = std::set<std::string, std::less<>>;

  std::vector<Names> words_;  // of each source
  Names sources_;             // letters and digits
  Names hosts_;               // letters and digits, with and without the ending
  Names home_links_;          // letters
};

// The letters and digits of a folded name: "new-town post" gives "newtownpost".
std::string letters_of(std::string_view folded);

}  // namespace newsindex
