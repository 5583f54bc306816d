// SPDX-License-Identifier: GPL-3.0-or-later
// Web pages of which people have marked what the article is.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/extract/html/body.h"

namespace newsindex {

struct MarkedPage {
  std::string set;   // the folder it came from
  std::string site;  // its host's own name: "example" of www.example.co.uk
  std::filesystem::path file;
  std::vector<std::string> article;  // all its paragraphs; or, where nobody has marked all:
  std::vector<std::string> with;     // some of what belongs to the article
  std::vector<std::string> without;  // some of what does not
};

// Folders of pages/ with gold.json ("body", and "summary" or none) or evaldata.json ("with",
// "without"), in the order of their names.
std::vector<MarkedPage> read_marked_pages(const std::filesystem::path& folder);

struct BlockLabel {
  float share = 0;   // of its words that are of the article
  float weight = 0;  // its words as a part of the article's, or its marked pieces; 0: unknown
};

// The label of each block. Where a text stands several times on the page, one of them is of the
// article: one that the rules have chosen, if any.
std::vector<BlockLabel> label_blocks(const MarkedPage& page, const HtmlBody& body);

}  // namespace newsindex
