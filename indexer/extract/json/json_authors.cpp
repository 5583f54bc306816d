// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_authors.h"

#include <algorithm>

#include "indexer/extract/people/author_names.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_words.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;
using simdjson::dom::element;

std::string role_text(element value) {
  for (const std::string_view name : {"role"sv, "rel"sv})
    if (const auto found = member(value, {name}))
      if (std::string text = text_of(*found); !text.empty()) return text;
  return {};
}

}  // namespace

Role role_named(std::string_view text) {
  static const WordSet& authors = people_words("author_role_part");
  static const WordSet& sources = people_words("source_role_part");
  static const WordSet& others = people_words("other_role_part");
  const std::string role = lower(text.substr(text.find_last_of(":/") + 1));
  if (role.empty()) return Role::none;
  if (role == "editor" || has_part(role, others)) return Role::other;
  if (has_part(role, authors)) return Role::author;
  return has_part(role, sources) ? Role::source : Role::unknown;
}

std::vector<std::string> names_with_role(element list, Role role) {
  std::vector<std::string> names;
  simdjson::dom::array all;
  if (list.get(all) != simdjson::SUCCESS) return names;
  for (const element one : all) {
    const Role own = role_named(role_text(one));
    const bool fits = own == role || (own == Role::none && role == Role::source);
    if (!fits || !one.is_object()) continue;
    if (std::string name = text_of(one); !is_no_value(name)) names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> authors_of(element value, std::string_view source) {
  std::vector<std::string> authors;
  const auto add = [&authors, source](element one) {
    const Role role = one.is_object() ? role_named(role_text(one)) : Role::none;
    if (role == Role::other || role == Role::source) return;
    for (std::string& name : author_names(text_of(one), source))
      if (std::find(authors.begin(), authors.end(), name) == authors.end())
        authors.push_back(std::move(name));
  };
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS)
    std::for_each(list.begin(), list.end(), add);
  else
    add(value);
  return authors;
}

}  // namespace newsindex
