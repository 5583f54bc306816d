// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/ast.h"

#include <array>
#include <string_view>

#include "schema/query_language/dates.h"
#include "schema/query_language/sequences.h"

namespace newsindex {
namespace {

std::string_view name(Node::Kind kind) {
  constexpr std::array<std::string_view, 12> kNames{"all",      "word",   "prefix", "phrase",
                                                    "near",     "whole",  "label",  "dates",
                                                    "ingested", "all_of", "any_of", "without"};
  static_assert(kNames.size() == static_cast<std::size_t>(Node::Kind::without) + 1);
  return kNames[static_cast<std::size_t>(kind)];
}

std::string days_text(const DayRange& days) {
  const std::string first = days.first == kEarliestDay ? "" : to_iso(days.first);
  const std::string last = days.last == kLatestDay ? "" : to_iso(days.last);
  return first + ".." + last;
}

std::string levels_text(const Levels& levels) {
  if (levels == Levels{}) return "";
  return " " + std::to_string(levels.least) + ".." + std::to_string(levels.most);
}

// The text in the braces before the children.
std::string head(const Node& node) {
  switch (node.kind) {
    case Node::Kind::all:
    case Node::Kind::all_of:
    case Node::Kind::any_of:
    case Node::Kind::without: return "";
    case Node::Kind::near: return std::to_string(node.distance);
    case Node::Kind::dates: return node.undated ? "none" : days_text(node.days);
    case Node::Kind::ingested: return to_string(node.sequences);
    case Node::Kind::word:
    case Node::Kind::prefix:
    case Node::Kind::phrase:
    case Node::Kind::whole:
    case Node::Kind::label: break;
  }
  return (node.field == "text" ? "" : node.field + " ") + (node.exact ? "exact " : "") + node.text +
         levels_text(node.levels);
}

}  // namespace

std::string to_string(const Node& node) {
  std::string text(name(node.kind));
  text += '{' + head(node);
  for (const Node& child : node.children) {
    if (text.back() != '{') text += ' ';
    text += to_string(child);
  }
  return text + '}';
}

}  // namespace newsindex
