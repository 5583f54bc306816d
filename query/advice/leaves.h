// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a query that each ask for something: its leaves.
#pragma once

#include <vector>

#include "schema/query_language/ast.h"

namespace newsindex {

// Words, phrases, names, dates, ... from left to right, without those of excluded parts.
inline void add_leaves(const Node& node, std::vector<const Node*>& leaves) {
  if (node.kind == Node::Kind::all) return;
  if (node.children.empty() || node.kind == Node::Kind::near) return leaves.push_back(&node);
  if (node.kind == Node::Kind::without) return add_leaves(node.children.front(), leaves);
  for (const Node& child : node.children) add_leaves(child, leaves);
}

inline std::vector<const Node*> leaves_of(const Node& query) {
  std::vector<const Node*> leaves;
  add_leaves(query, leaves);
  return leaves;
}

}  // namespace newsindex
