// SPDX-License-Identifier: GPL-3.0-or-later
// An article out of a document of XML.
#pragma once

#include "indexer/extract/fields/field_values.h"
#include "indexer/extract/understand.h"

namespace newsindex {

// By the kind of its record element: NITF, NewsML, NewsML-G2, an item of a feed, a page of ALTO or
// PAGE XML, a unit of a METS file, or what the options' map describes. Rejected are documents that
// are no XML, and items that are no text.
Understanding understand_xml(const Record& record, const UnderstandOptions& options);

// The article with these fields, or their refusal.
Understanding understand_fields(const FieldValues& fields, const Record& record,
                                const UnderstandOptions& options);

}  // namespace newsindex
