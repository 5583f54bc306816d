// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the article of an HTML page: its text, without the rest of the page, and the metadata.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// What wins if the printed page and its metadata disagree:
// - headline: the heading printed above the text, if the metadata confirm it;
// - dates, authors, section, keywords: the metadata (JSON-LD before microdata before <meta>, then
//   what is printed), unless they cannot be right: a date in the future or of 1970, an author that
//   is a site, an account or an address; if dates disagree, see dates.h;
// - text: the printed one, unless it is much shorter than the text in the metadata;
// - URL: the canonical one; language: the one detected in the text.
Draft draft_of_html(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
