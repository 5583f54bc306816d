// SPDX-License-Identifier: GPL-3.0-or-later
// An article out of one JSON object. Usual names of fields are recognised (see json_fields.h), and
// ninjs (see ninjs.h); what `inspect` and `export` print is read back as it was.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// Unknown and empty values are left out; a date that cannot be read leaves the date unknown.
// Rejected are records that are not JSON objects, those whose body is not text, and what is no
// article: events, pictures without a caption, schemas.
Draft draft_of_json(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
