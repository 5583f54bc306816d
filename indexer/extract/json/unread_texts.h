// SPDX-License-Identifier: GPL-3.0-or-later
// What a record says under names that are not known: for a person to see, and to map.
#pragma once

#include <string>

#include <simdjson.h>

#include "indexer/extract/options.h"

namespace newsindex {

// Of a record without title and body: "none of its fields has a name that is known (head1, txt);
// '--map title=head1,body=txt' may read it". Empty where it has no field that could be either.
std::string advice_on_names(simdjson::dom::object object, const UnderstandOptions& options);

// Of a record with a title and no body: "no body; texts that were not read: 'txt', 'data.note'
// (--map body=txt)". Empty where there are none.
std::string advice_on_body(simdjson::dom::object object, const UnderstandOptions& options);

}  // namespace newsindex
