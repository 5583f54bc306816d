// SPDX-License-Identifier: GPL-3.0-or-later
// Who wrote the article of an HTML page.
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

// The authors that the page's data name; else those of links and elements that say they are an
// author's ("/author/jane-doe", class="byline"); else those of a byline in the text. What is the
// site itself, an account (admin) or an address is none; but where no person is found, the
// institution counts that the data name.
HtmlAuthors find_authors(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                         const HtmlFacts& facts, const SiteNames& site, const HtmlBody& body);

}  // namespace newsindex
