// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the authors of the article on an HTML page.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/html/body.h"
#include "indexer/extract/html/facts.h"
#include "indexer/extract/html/site_names.h"

namespace newsindex {

struct HtmlAuthors {
  std::vector<std::string> names;
  std::string rule;  // where they were found
};

// Looks, in this order, at the page's metadata; at links and elements that are marked as an
// author's ("/author/jane-doe", class="byline"), which go first if they say more about the same
// authors; at a byline in the text. The name of the site, an account (admin) and an address do not
// count. If no person is found, an institution counts: the one that the metadata name, else the one
// printed in the place of the authors.
HtmlAuthors find_authors(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                         const HtmlFacts& facts, const SiteNames& site, const HtmlBody& body);

}  // namespace newsindex
