// SPDX-License-Identifier: GPL-3.0-or-later
// What we find out about an article beyond what its record says. Each step takes the article and
// gives it back with more; none overrules the source.
#pragma once

#include "schema/article.h"

namespace newsindex {

// Fills the language where the source names none (CLD2 on title and body; short or mixed text stays
// unknown), and gives the entities and topics of the source their places: mentions of entity names
// in title and body by byte offsets. Thread-safe.
Article enrich(Article article);

}  // namespace newsindex
