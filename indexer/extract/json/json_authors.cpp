// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_authors.h"

#include <algorithm>
#include <array>

#include "indexer/extract/people/author_names.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/lines.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;
using simdjson::dom::element;

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& parts) {
  return std::any_of(parts.begin(), parts.end(), [text](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

std::string role_text(element value) {
  for (const std::string_view name : {"role"sv, "rel"sv})
    if (const auto found = member(value, {name}))
      if (std::string text = text_of(*found); !text.empty()) return text;
  return {};
}

}  // namespace

Role role_named(std::string_view text) {
  constexpr std::array kAuthors{"author"sv,     "writer"sv,        "reporter"sv,
                                "journalist"sv, "autor"sv,         "byline"sv,
                                "columnist"sv,  "correspondent"sv, "creator"sv};
  constexpr std::array kSources{"source"sv,   "agency"sv,      "provider"sv,
                                "supplier"sv, "distributor"sv, "publisher"sv};
  constexpr std::array kOthers{"interview"sv,  "caption"sv,      "photo"sv,      "camera"sv,
                               "illustrat"sv,  "translat"sv,     "producer"sv,   "copy editor"sv,
                               "copyeditor"sv, "media office"sv, "mediaoffice"sv};
  const std::string role = lower(text.substr(text.find_last_of(":/") + 1));
  if (role.empty()) return Role::none;
  if (role == "editor" || has_any(role, kOthers)) return Role::other;
  if (has_any(role, kAuthors)) return Role::author;
  return has_any(role, kSources) ? Role::source : Role::unknown;
}

std::vector<std::string> names_with_role(element list, Role role) {
  std::vector<std::string> names;
  simdjson::dom::array all;
  if (list.get(all) != simdjson::SUCCESS) return names;
  for (const element one : all) {
    const Role own = role_named(role_text(one));
    const bool fits = own == role || (own == Role::none && role == Role::source);
    if (!fits || !one.is_object()) continue;
    if (std::string name = text_of(one); !says_nothing(name)) names.push_back(std::move(name));
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
