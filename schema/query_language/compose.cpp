// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/compose.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace newsindex {
namespace {

Span cover(const std::vector<Node>& nodes) {
  Span span = nodes.front().span;
  for (const Node& node : nodes)
    span = {std::min(span.start, node.span.start), std::max(span.end, node.span.end)};
  return span;
}

Node flat(Node::Kind kind, std::vector<Node> nodes) {
  if (nodes.size() == 1) return std::move(nodes.front());
  Node result;
  result.kind = kind;
  result.span = cover(nodes);
  for (Node& node : nodes) {
    if (node.kind == kind)
      std::move(node.children.begin(), node.children.end(), std::back_inserter(result.children));
    else
      result.children.push_back(std::move(node));
  }
  return result;
}

bool is_filter(const Node& node) {
  switch (node.kind) {
    case Node::Kind::whole:
    case Node::Kind::label:
    case Node::Kind::dates:
    case Node::Kind::ingested: return true;
    case Node::Kind::all_of:
    case Node::Kind::any_of:
    case Node::Kind::without:
      return std::all_of(node.children.begin(), node.children.end(), is_filter);
    case Node::Kind::all:
    case Node::Kind::word:
    case Node::Kind::prefix:
    case Node::Kind::phrase:
    case Node::Kind::near: break;
  }
  return false;
}

// At least one of the words, and all of the filters.
Node any_word(std::vector<Node> nodes) {
  const auto filters = std::stable_partition(nodes.begin(), nodes.end(),
                                             [](const Node& node) { return !is_filter(node); });
  std::vector<Node> required(std::make_move_iterator(filters),
                             std::make_move_iterator(nodes.end()));
  nodes.erase(filters, nodes.end());
  if (!nodes.empty()) required.insert(required.begin(), any_of(std::move(nodes)));
  return all_of(std::move(required));
}

}  // namespace

Node any_of(std::vector<Node> nodes) { return flat(Node::Kind::any_of, std::move(nodes)); }

Node all_of(std::vector<Node> nodes) { return flat(Node::Kind::all_of, std::move(nodes)); }

Node compose(std::vector<Operand> operands, Match match) {
  std::vector<Node> wanted;
  std::vector<Node> unwanted;
  for (Operand& operand : operands)
    (operand.negative ? unwanted : wanted).push_back(std::move(operand.node));
  Node base;
  if (wanted.empty())
    base.span = cover(unwanted);
  else
    base = match == Match::any ? any_word(std::move(wanted)) : all_of(std::move(wanted));
  if (unwanted.empty()) return base;
  Node result;
  result.kind = Node::Kind::without;
  result.children = {std::move(base), any_of(std::move(unwanted))};
  result.span = cover(result.children);
  return result;
}

}  // namespace newsindex
