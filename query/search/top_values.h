// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a field that most matches have.
#pragma once

#include "query/search/collection.h"
#include "query/search/results.h"
#include "schema/fields.h"

namespace newsindex {

struct TopValues {
  Facet facet;
  FieldKeys keys;  // of facet.values, in the same order
};

// The first `limit` values of the matches. Spellings that mean the same are one value, that has the
// spelling of most of its articles.
TopValues top_values(CollectionQuery& query, const Field& field, std::size_t limit);

}  // namespace newsindex
