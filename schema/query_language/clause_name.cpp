// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/clause_name.h"

#include <vector>

#include "schema/fields.h"
#include "schema/nearest_name.h"
#include "schema/query_language/did_you_mean.h"
#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

Reading reading_of(Matching matching) {
  switch (matching) {
    case Matching::text:
    case Matching::words: break;
    case Matching::exact:
    case Matching::sequence: return Reading::literal;
    case Matching::topic:
    case Matching::entity: return Reading::labels;
    case Matching::date: return Reading::dates;
  }
  return Reading::words;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  names.reserve(kFields.size() + kFieldAliases.size() + 3);
  for (const Field& known : kFields) names.emplace_back(known.name);
  for (const FieldAlias& known : kFieldAliases) names.emplace_back(known.alias);
  for (const std::string_view known : {kAfter, kBefore, kExact}) names.emplace_back(known);
  return names;
}

bool has_whole_values(const Field& field) {
  return field.matching != Matching::text && field.matching != Matching::date &&
         field.matching != Matching::sequence;
}

std::string names_with_whole_values() {
  std::string names;
  for (const Field& known : kFields) {
    if (!has_whole_values(known)) continue;
    if (!names.empty()) names += ", ";
    names += known.name;
  }
  return names;
}

}  // namespace

std::optional<ClauseName> find_clause_name(std::string_view written) {
  const std::string name = lower_case(written);
  if (const Field* known = find_field(name))
    return ClauseName{known->name, reading_of(known->matching), has_whole_values(*known)};
  if (name == kAfter) return ClauseName{kAfter, Reading::dates, false};
  if (name == kBefore) return ClauseName{kBefore, Reading::dates, false};
  if (name == kExact) return ClauseName{kExact, Reading::words, false};
  return std::nullopt;
}

void refuse_clause_name(std::string_view written, std::string_view word, std::size_t start) {
  const Span name{start, start + written.size()};
  std::vector<Proposal> proposals;
  if (written.size() <= kLongestMisspelling)
    if (const std::string nearest = nearest_name(written, all_names()); !nearest.empty())
      proposals.push_back({name, nearest, " (did you mean '", "'?)"});
  const bool alone = word.size() == written.size() + 1;
  proposals.push_back({{start, start + word.size()},
                       "\"" + std::string(word) + "\"",
                       alone ? "; to search for the word, leave the colon out or put it in quotes: "
                             : "; to search for the words, put them in quotes: "});
  throw QueryError("unknown field '" + std::string(written) + "'", name, std::move(proposals));
}

void refuse_whole_value(const ClauseName& name, Span span) {
  throw QueryError("':=' asks for a whole value, and '" + std::string(name.name) +
                       "' has none; it works with " + names_with_whole_values(),
                   span);
}

}  // namespace newsindex
