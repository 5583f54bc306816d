// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/filters.h"

#include <algorithm>
#include <utility>

#include "schema/query_language/proposal.h"

namespace newsindex {
namespace {

// The clauses of each field; fields in the order in which they first occur.
std::vector<std::pair<std::string, std::vector<std::string>>> by_field(
    const std::vector<FieldValue>& values) {
  std::vector<std::pair<std::string, std::vector<std::string>>> fields;
  for (const FieldValue& each : values) {
    const auto known = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto& field) { return field.first == each.field; });
    auto& clauses =
        known == fields.end() ? fields.emplace_back(each.field, 0).second : known->second;
    clauses.push_back(whole_clause_text(each.field, each.value));
  }
  return fields;
}

std::string one_of(const std::vector<std::string>& clauses) {
  if (clauses.size() == 1) return clauses.front();
  std::string text = "(";
  for (const std::string& clause : clauses) text += (text.size() > 1 ? " OR " : "") + clause;
  return text + ")";
}

}  // namespace

std::string with_filters(std::string_view query, const std::vector<FieldValue>& wanted,
                         const std::vector<FieldValue>& unwanted, const ParseOptions& options) {
  const Node node = parse_query(query, options);
  std::string text(query);
  if (wanted.empty() && unwanted.empty()) return text;
  if (node.kind == Node::Kind::all) text.clear();
  if (node.kind == Node::Kind::any_of) text = "(" + text + ")";
  const auto append = [&text](const std::string& clause) {
    text += (text.empty() ? "" : " ") + clause;
  };
  for (const auto& [field, clauses] : by_field(wanted)) append(one_of(clauses));
  for (const FieldValue& each : unwanted) append("-" + whole_clause_text(each.field, each.value));
  return text;
}

}  // namespace newsindex
