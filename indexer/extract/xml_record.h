// SPDX-License-Identifier: GPL-3.0-or-later
// An article out of a document of XML.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// By the kind of its record element: NITF, NewsML, NewsML-G2, an item of a feed, a page of ALTO or
// PAGE XML, a unit of a METS file, or what the options' map describes. Rejected are documents that
// are not XML, and items that are not text.
Draft draft_of_xml(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
