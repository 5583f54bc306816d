// SPDX-License-Identifier: GPL-3.0-or-later
// An article out of an HTML page: its text without the page around it, and what the page says of
// it.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// Who wins where the page and its data disagree:
// - the headline is the one that is printed above the text, where the page's data confirm it;
// - dates, authors, section and keywords are those of the data (JSON-LD before <meta> before
//   microdata before what is printed), unless they cannot be right: a date in the future or of
//   1970, an author that is a site, an account or an address; where dates disagree, see dates.h;
// - the text is the one that is printed; that of the data only where nothing is printed;
// - the address is the canonical one; the language is found in the text.
Draft draft_of_html(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
