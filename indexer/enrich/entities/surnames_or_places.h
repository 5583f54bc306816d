// SPDX-License-Identifier: GPL-3.0-or-later
// Jordan, who said so, and Jordan, where refugees are: a word that the tagger takes for a place and
// that is the surname of somebody in the article, too.
#pragma once

#include <span>
#include <vector>

#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/languages/name_words.h"
#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/tokens.h"

namespace newsindex {

// Makes persons of places of one word that are the last word of a person's longer name in the
// article, or the surname of a statesman who is mostly meant without a first name
// (WordKind::lone_surname), where nothing else in the article speaks for the place: a place in it,
// the state or country around it, a word for its people, a neighbour of its kind in a row of names.
void settle_surnames(std::span<const CutText> fields, const Gazetteer& gazetteer,
                     const NameWords& known, std::vector<std::vector<TokenSpan>>& names);

}  // namespace newsindex
