// SPDX-License-Identifier: GPL-3.0-or-later
// Reads web pages in which people have marked the article.
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
  std::vector<std::string> article;  // all its paragraphs; or, if nobody has marked all:
  std::vector<std::string> with;     // some of what belongs to the article
  std::vector<std::string> without;  // some of what does not
};

// Reads a folder with pages/ and either gold.json ("body" and an optional "summary") or
// evaldata.json ("with", "without"). The pages are in the order of their file names.
std::vector<MarkedPage> read_marked_pages(const std::filesystem::path& folder);

struct BlockLabel {
  float share = 0;   // of its words that belong to the article
  float weight = 0;  // its share of the article's words, or its marked pieces; 0: unknown
};

// The label of each block. If a text occurs several times on the page, only one of them belongs to
// the article: if possible, one near the rest of the article or one that the rules chose.
std::vector<BlockLabel> label_blocks(const MarkedPage& page, const HtmlBody& body);

}  // namespace newsindex
