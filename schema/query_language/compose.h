// SPDX-License-Identifier: GPL-3.0-or-later
// Combines the operands of a query into one node.
#pragma once

#include <vector>

#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace newsindex {

struct Operand {
  Node node;
  bool negative = false;  // -word
};

// A node for at least one of these. It is flat: children of an inner any_of become its own
// children, and a single node stays as it is.
Node any_of(std::vector<Node> nodes);

// A node for all of these, flat in the same way.
Node all_of(std::vector<Node> nodes);

// Combines operands written side by side. The negative ones exclude articles from the matches of
// the others, or from all articles if there are no others. With Match::any, one of the words is
// enough, but filters (dates, topics, names, whole values, and groups of them) stay required,
// because they are meant to narrow the result. REQUIRES: there is an operand.
Node compose(std::vector<Operand> operands, Match match);

}  // namespace newsindex
