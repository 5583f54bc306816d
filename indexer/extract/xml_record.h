// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the article of an XML record.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// Chooses the reader by the record's element: NITF, NewsML, NewsML-G2, a feed item, a page of ALTO
// or PAGE XML, a unit of a METS file, or what the XML map of the options describes. The draft is a
// refusal if the document is not XML or of an unknown kind, or if the item is not text.
Draft draft_of_xml(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
