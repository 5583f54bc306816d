// SPDX-License-Identifier: GPL-3.0-or-later
// One name, one type: what is clear in one place of an article settles the others.
#pragma once

#include <span>
#include <vector>

#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/tokens.h"

namespace newsindex {

// `names`: of each field, in reading order, as they stay. A single word that is the last of a
// person's longer name is that person, also where no name was seen; a name keeps the type that it
// mostly has; a word that is a name in two places is one in all where it has its capital.
// Of several fields the first is the title: a name there that joins two of the rest is parted.
void make_consistent(std::span<const CutText> fields, std::vector<std::vector<TokenSpan>>& names);

}  // namespace newsindex
