// SPDX-License-Identifier: GPL-3.0-or-later
// What operands side by side mean together.
#pragma once

#include <vector>

#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace newsindex {

struct Operand {
  Node node;
  bool negative = false;  // -word
};

// At least one of these, flat: an any_of inside is taken apart; a single one stays as it is.
Node any_of(std::vector<Node> nodes);

// All of these, flat.
Node all_of(std::vector<Node> nodes);

// Operands side by side. The negative ones are left out of what the others match, or of everything.
// With Match::any one of the words is enough, but filters (dates, topics, names, whole values, and
// groups of them) stay required: they are there to narrow the ranking. REQUIRES: there is an
// operand.
Node compose(std::vector<Operand> operands, Match match);

}  // namespace newsindex
