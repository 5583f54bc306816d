// SPDX-License-Identifier: GPL-3.0-or-later
// Finds when the article of an HTML page was published.
#pragma once

#include <string>

#include "indexer/extract/draft.h"
#include "indexer/extract/html/body.h"
#include "indexer/extract/html/facts.h"
#include "indexer/extract/options.h"

namespace newsindex {

// Sets published and modified, and returns the rule that found published (empty if none did).
// Candidates, the most trusted first: the page's metadata, <time> above the text, the date printed
// there, the URL of the page. If they name different days, the day with the highest total trust
// wins; an earlier day printed beside the headline has more trust than any other single candidate.
// A UTC time that is midnight where the language is spoken stands for the day that begins then.
// Impossible dates are skipped: days after `latest`, and days such as 1 January 1970, which stand
// for no date.
std::string find_published(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                           const HtmlFacts& facts, const HtmlBody& body, Day latest,
                           const UnderstandOptions& options, Dated& dated);

// The ISO day in a URL such as ".../2023/04/02/..." or ".../2023-04-02-..."; else empty.
std::string date_in_address(std::string_view url);

}  // namespace newsindex
