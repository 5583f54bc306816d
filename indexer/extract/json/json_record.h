// SPDX-License-Identifier: GPL-3.0-or-later
// Reads an article from one JSON object. It recognises usual names of fields (see json_fields.h)
// and ninjs (see ninjs.h); what `inspect` and `export` print is read back unchanged.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// Leaves out unknown and empty values; a date that cannot be read leaves the date unknown. Rejects
// records that are not JSON objects, records whose body is not text, and objects that are not
// articles: events, pictures without a caption, schemas.
Draft draft_of_json(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
