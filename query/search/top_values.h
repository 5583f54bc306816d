// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a field that the most matches have.
#pragma once

#include "query/search/collection.h"
#include "query/search/results.h"
#include "schema/fields.h"

namespace newsindex {

struct TopValues {
  Facet facet;
  FieldKeys keys;  // of facet.values, in their order
};

// Returns the `limit` most frequent values. Spellings of the same value are counted together; the
// value is shown in the spelling that most of its articles have.
TopValues top_values(CollectionQuery& query, const Field& field, std::size_t limit);

}  // namespace newsindex
