// SPDX-License-Identifier: GPL-3.0-or-later
// Where an article was filed from, as its record says.
#pragma once

#include <vector>

#include <simdjson.h>

#include "schema/article.h"

namespace newsindex {

// Adds the place of "located", "dateline" or "datelinelocation" as one that the article speaks of
// in passing, where the source names no place of that name itself.
void read_filing_place(simdjson::dom::object object, std::vector<Entity>& entities);

}  // namespace newsindex
