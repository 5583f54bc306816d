// SPDX-License-Identifier: GPL-3.0-or-later
// When the article of an HTML page was published.
#pragma once

#include <string>

#include "indexer/extract/draft.h"
#include "indexer/extract/html/body.h"
#include "indexer/extract/html/facts.h"
#include "indexer/extract/options.h"

namespace newsindex {

// Sets published and modified, and gives the rule that found the first. Candidates, the most
// trusted first: the page's data, <time> above the text, the date that is printed there, the
// address of the page. Where they tell different days, the day with the most trust counts; an
// earlier day that is printed beside the headline has more than any one of them. A moment of UTC
// that is midnight where the language is spoken is the day that begins then. What cannot be is
// passed over: days after `latest`, and the first days of 1970, which stand for no date.
std::string find_published(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                           const HtmlFacts& facts, const HtmlBody& body, Day latest,
                           const UnderstandOptions& options, Dated& dated);

// The day in an address such as "/2023/04/02/" or "/2023-04-02-"; else empty.
std::string date_in_address(std::string_view url);

}  // namespace newsindex
