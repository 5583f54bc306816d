// SPDX-License-Identifier: GPL-3.0-or-later
// Corrects the names of places that the tagger found by what the gazetteer knows for sure.
#pragma once

#include <vector>

#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/languages/name_words.h"
#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/tokens.h"

namespace newsindex {

// Corrects the names of one field; they must be in reading order, and stay so:
// - a list of countries without commas, as in menus, becomes a name for each country;
// - a party or an office after a state is no part of its name: "Georgia Republican", "Texas Gov."
//   (WordKind::party);
// - countries and large capitals that stand alone between words in small letters become names: "the
//   Paris accord".
void mend_places(const CutText& cut, const Gazetteer& gazetteer, const NameWords& known,
                 std::vector<TokenSpan>& names);

}  // namespace newsindex
