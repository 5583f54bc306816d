// SPDX-License-Identifier: GPL-3.0-or-later
// Notes on topics: the exact name of a rare topic can hide the broad topic that was meant.
#pragma once

#include <optional>

#include "query/search/collection.h"
#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace newsindex {

// If another topic, whose name has the same words, has more articles in the archive, returns a note
// that names it and the topic that the topic: clause has chosen.
std::optional<QueryNote> note_on_topic(const Collection& whole_archive, const Node& clause);

}  // namespace newsindex
