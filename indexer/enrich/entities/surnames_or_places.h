// SPDX-License-Identifier: GPL-3.0-or-later
// Tells surnames from places, such as Jordan: words that the tagger takes for a place and that are
// also the surname of somebody in the article.
#pragma once

#include <span>
#include <vector>

#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/languages/name_words.h"
#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/tokens.h"

namespace newsindex {

// Turns one-word places into persons if the word is the last word of a person's longer name in the
// article, or the surname of a statesman who is mostly named without a first name
// (WordKind::lone_surname), and nothing else in the article speaks for the place: a place in it,
// the state around it, a word for its people, or a neighbour of its kind in a list of names.
void settle_surnames(std::span<const CutText> fields, const Gazetteer& gazetteer,
                     const NameWords& known, std::vector<std::vector<TokenSpan>>& names);

}  // namespace newsindex
