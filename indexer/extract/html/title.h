// SPDX-License-Identifier: GPL-3.0-or-later
// The headline of an HTML page.
#pragma once

#include <string>

#include "indexer/extract/html/body.h"
#include "indexer/extract/html/facts.h"
#include "indexer/extract/html/site_names.h"

namespace newsindex {

// The headline as the page's data tell it, without the name of the site; empty when they do not.
std::string told_headline(const HtmlFacts& facts, const SiteNames& site);

// What the page's data tell of the article.
ToldArticle told_article(const HtmlFacts& facts, const SiteNames& site);

// Sets the headline of the layout and gives the rule that found it: the heading that the page's
// data confirm, else the only <h1> above the text, else the headline of the data, else the title of
// the page without its site, else what a page of text would have (see page_headline.h).
std::string choose_headline(const HtmlTree& tree, const HtmlFacts& facts, const SiteNames& site,
                            HtmlBody& body);

}  // namespace newsindex
