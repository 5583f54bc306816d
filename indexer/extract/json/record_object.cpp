// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/record_object.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "indexer/extract/fields/json_fields.h"

namespace newsindex {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

std::optional<object> object_at(object in, std::string_view name) {
  object found;
  return in.at_key(name).get(found) == simdjson::SUCCESS ? std::optional(found) : std::nullopt;
}

bool has_text(object in, std::string_view name) {
  std::string_view text;
  return in.at_key(name).get(text) == simdjson::SUCCESS;
}

bool has_object(object in, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(),
                     [in](std::string_view name) { return object_at(in, name).has_value(); });
}

// True if an object has a headline or a text.
bool has_headline_or_text(object in) {
  return std::any_of(in.begin(), in.end(), [](const auto& member) {
    const auto name = json_field_named(member.key);
    return name && (name->field == JsonField::title || name->field == JsonField::body);
  });
}

}  // namespace

object record_object(object record) {
  if (has_headline_or_text(record)) return record;
  if (const auto item = object_at(record, "item")) return *item;
  if (const auto data = object_at(record, "data"); data && !has_headline_or_text(*data))
    if (const auto item = object_at(*data, "item")) return *item;
  return record;
}

std::string kind_of_no_article(object in) {
  std::string_view dialect;
  const bool says_so = in.at_key("$schema").get(dialect) == simdjson::SUCCESS;
  if (says_so && (dialect.find("json-schema.org") != std::string_view::npos ||
                  has_object(in, {"properties", "$defs", "definitions"})))
    return "a JSON Schema, no article";
  const bool package = has_text(in, "name") && has_text(in, "version") &&
                       has_object(in, {"dependencies", "devDependencies", "scripts"});
  return package ? "the package.json of a program, no article" : "";
}

}  // namespace newsindex
