// SPDX-License-Identifier: GPL-3.0-or-later
// An article out of one <REUTERS> or <DOC> element, as in Reuters-21578 and the TREC collections.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/readers/record.h"

namespace newsindex {

// The labels of the source (TOPICS, PLACES, PEOPLE, ORGS, EXCHANGES, COMPANIES) are topics and
// entities. The dateline stands where it is printed: at the start of the body.
Draft draft_of_sgml(const Record& record);

}  // namespace newsindex
