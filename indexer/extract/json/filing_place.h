// SPDX-License-Identifier: GPL-3.0-or-later
// Where an article was filed from, as its record says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "schema/article.h"

namespace newsindex {

// The place that a dateline begins with: "OSLO, March 3 (NTB) -" is Oslo, "Bergen, Norway" Bergen.
// Empty where it begins with something else.
std::string place_of_dateline(std::string_view dateline);

// Adds the place of "located", "dateline" or "datelinelocation" as one that the article speaks of
// in passing, where the source names no place of that name itself.
void read_filing_place(simdjson::dom::object object, std::vector<Entity>& entities);

}  // namespace newsindex
