// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the headline of an HTML page.
#pragma once

#include <string>

#include "indexer/extract/html/body.h"
#include "indexer/extract/html/facts.h"
#include "indexer/extract/html/site_names.h"

namespace newsindex {

// The headline in the page's metadata, without the name of the site; empty if they have none.
std::string metadata_headline(const HtmlFacts& facts, const SiteNames& site);

// What the page's metadata say about the article.
ArticleMetadata article_metadata(const HtmlFacts& facts, const SiteNames& site);

// Sets the headline of the layout and returns the rule that found it. Tried in this order: the
// heading that the metadata confirm; the only <h1> above the text or on the page; if the metadata
// have no headline, the heading right above the text; the headline of the metadata; the title of
// the page without its site; the rules for pages of text (see page_headline.h).
std::string choose_headline(const HtmlTree& tree, const HtmlFacts& facts, const SiteNames& site,
                            HtmlBody& body);

}  // namespace newsindex
