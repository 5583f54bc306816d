// SPDX-License-Identifier: GPL-3.0-or-later
// Reads an article from one <REUTERS> or <DOC> element, as in Reuters-21578 and the TREC
// collections.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/readers/record.h"

namespace newsindex {

// The labels of the source (TOPICS, PLACES, PEOPLE, ORGS, EXCHANGES, COMPANIES) become topics and
// entities. The dateline is put where it is printed: at the start of the body.
Draft draft_of_sgml(const Record& record);

}  // namespace newsindex
