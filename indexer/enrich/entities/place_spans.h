// SPDX-License-Identifier: GPL-3.0-or-later
// What the gazetteer knows for sure about the names that the tagger made of places.
#pragma once

#include <vector>

#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/languages/name_words.h"
#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/tokens.h"

namespace newsindex {

// Mends the names of one field, which are and stay in reading order:
// - a row of countries without commas, as menus have them, is a name for each;
// - a party or an office behind a state is no part of its name: "Georgia Republican", "Texas Gov."
//   (WordKind::party);
// - countries and large capitals that stand alone between words in small letters are names, too:
//   "the Paris accord".
void mend_places(const CutText& cut, const Gazetteer& gazetteer, const NameWords& known,
                 std::vector<TokenSpan>& names);

}  // namespace newsindex
