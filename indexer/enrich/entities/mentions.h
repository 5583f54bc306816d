// SPDX-License-Identifier: GPL-3.0-or-later
// Finds where the text names the entities of an article.
#pragma once

#include "schema/article.h"

namespace newsindex {

// Finds the mentions of every entity that has none: its name or an alias in title or body, as a
// whole word, letter for letter. Of names that overlap, the leftmost counts, then the longest ("New
// York Times" is no mention of New York). Entities with mentions keep those within the text.
void find_mentions(Article& article);

}  // namespace newsindex
