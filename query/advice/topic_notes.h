// SPDX-License-Identifier: GPL-3.0-or-later
// A topic by its exact name can be a rare one that hides the broad one that was meant.
#pragma once

#include <optional>

#include "query/search/collection.h"
#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace newsindex {

// Says which topic a topic: clause has chosen, when another one whose name has the same words has
// more articles in the archive, and names that.
std::optional<QueryNote> note_on_topic(const Collection& whole_archive, const Node& clause);

}  // namespace newsindex
