// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the site that a page belongs to: its source, its host, the links to its front page.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/blocks/page_blocks.h"
#include "indexer/extract/html/facts.h"

namespace newsindex {

// Made once per page, and used for each heading, part of a title and name.
class SiteNames {
 public:
  explicit SiteNames(const HtmlFacts& facts);

  // True if a part of a title is the name of the site: words of its source name and no others, its
  // host, the text of a link to its front page, or anything like "example.com". Also true for a
  // block without letters.
  bool includes(const PageBlock& part) const;

  // True if an author's name is in fact the name of the site: its source name, its host, or a web
  // or mail address of any kind. Also true for a text without letters.
  bool is_name(std::string_view name) const;

 private:
  using Names = std::set<std::string, std::less<>>;

  std::vector<Names> words_;  // the words of each source name
  Names sources_;             // source names, as letters_of gives them
  Names hosts_;               // the same for hosts, with and without the last part
  Names home_links_;          // PageBlock::letters of the links
};

// A folded name without spaces, hyphens and dots: "new-town post" gives "newtownpost".
std::string letters_of(std::string_view folded);

}  // namespace newsindex
