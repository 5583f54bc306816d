// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_choice.h"

#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/lines.h"

namespace newsindex {

using simdjson::dom::element;

Chosen::Chosen(simdjson::dom::object object, const UnderstandOptions& options) {
  for (const auto& [field, path] : options.fields)
    if (const auto value = value_at(object, path))
      offer({mapped_field(field), kMapped}, path, *value);
  for (const auto& [key, value] : object)
    if (const auto name = json_field_named(key)) offer(*name, key, value);
}

void Chosen::offer(JsonFieldName name, std::string_view key, element value) {
  Choice& choice = choices_[static_cast<std::size_t>(name.field)];
  if (name.rank >= choice.rank || value.is_null()) return;
  if (name.rank >= kRankOfOtherLanguages && value.is_object()) return;
  if (value.is_string() && is_no_value(value.get_string().value_unsafe())) return;
  if (name.field == JsonField::body && !running_text_of(value)) {
    body_of_wrong_type_ =
        "the body ('" + std::string(key) + "') is " + std::string(type_name(value)) + ", not text";
    return;
  }
  choice.rank = name.rank;
  choice.value = value;
}

const element* Chosen::operator[](JsonField field) const {
  return of(field).rank == kNone ? nullptr : &of(field).value;
}

bool Chosen::mapped(JsonField field) const { return of(field).rank == kMapped; }

void Chosen::give(JsonField field, std::string text) {
  if (!mapped(field) && !is_no_value(text))
    choices_[static_cast<std::size_t>(field)].given = std::move(text);
}

const std::string* Chosen::given(JsonField field) const {
  return of(field).given.empty() ? nullptr : &of(field).given;
}

void Chosen::give_list(JsonField field, std::vector<std::string> texts) {
  if (!mapped(field)) choices_[static_cast<std::size_t>(field)].given_list = std::move(texts);
}

const std::vector<std::string>* Chosen::given_list(JsonField field) const {
  return of(field).given_list.empty() ? nullptr : &of(field).given_list;
}

void Chosen::drop(JsonField field) {
  if (!mapped(field)) choices_[static_cast<std::size_t>(field)].rank = kNone;
}

bool Chosen::has(JsonField field) const {
  return given(field) != nullptr || given_list(field) != nullptr || (*this)[field] != nullptr;
}

void Chosen::complete(const Chosen& other) {
  for (std::size_t i = 0; i < kJsonFields; ++i)
    if (!has(static_cast<JsonField>(i))) choices_[i] = other.choices_[i];
}

std::string Chosen::text(JsonField field) const {
  if (const std::string* text = given(field)) return *text;
  const element* value = (*this)[field];
  std::string text = value != nullptr ? text_of(*value) : std::string();
  return is_no_value(text) ? std::string() : text;
}

}  // namespace newsindex
