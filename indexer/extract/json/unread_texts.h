// SPDX-License-Identifier: GPL-3.0-or-later
// Advice for the user about texts in a record whose field names are not known, so that --map can
// name them.
#pragma once

#include <string>

#include <simdjson.h>

#include "indexer/extract/options.h"

namespace newsindex {

// For a record without title and body: "no field has a name that stands for a title or a body
// (head1, txt); '--map title=head1,body=txt' may read it". Empty if no field could be either.
std::string advice_on_names(simdjson::dom::object object, const UnderstandOptions& options);

// For a record with a title and no body: "no body; its texts that were not read: txt, data.note
// ('--map body=txt' may read it)". Empty if there are none.
std::string advice_on_body(simdjson::dom::object object, const UnderstandOptions& options);

}  // namespace newsindex
