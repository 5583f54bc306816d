// SPDX-License-Identifier: GPL-3.0-or-later
// One name, one type: where an article makes the type of a name clear, its other places follow.
#pragma once

#include <span>
#include <vector>

#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/tokens.h"

namespace newsindex {

// `names` holds the names of each field in reading order, and stays in that order. A single word
// that ends a person's longer name becomes that person, even where the tagger saw no name. A name
// gets the type that it mostly has. A word that is a name in two places becomes a name everywhere
// it has a capital. If there are several fields, the first is the title: a name there that joins
// two names of the other fields is split.
void make_consistent(std::span<const CutText> fields, std::vector<std::vector<TokenSpan>>& names);

}  // namespace newsindex
