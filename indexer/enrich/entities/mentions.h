// SPDX-License-Identifier: GPL-3.0-or-later
// Where the text names the entities that are known of it.
#pragma once

#include "schema/article.h"

namespace newsindex {

// Gives every entity its mentions in title and body: its name or one of its aliases as a whole
// word, letter for letter. Of names that overlap, the longer counts ("New York Times" is no mention
// of New York). Entities that have mentions keep those that lie within the text.
void find_mentions(Article& article);

}  // namespace newsindex
