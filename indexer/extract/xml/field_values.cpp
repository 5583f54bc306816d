// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml/field_values.h"

#include <algorithm>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/json/json_value.h"

namespace newsindex {

void FieldValues::add_value(const char* field, nlohmann::json value) {
  nlohmann::json& list = json_[field];
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

void FieldValues::add(const char* field, std::string value) {
  if (!value.empty()) add_value(field, std::move(value));
}

void FieldValues::add_name(const char* field, std::string name) {
  if (!name.empty()) add_value(field, {{"name", std::move(name)}});
}

void FieldValues::add_parts(const char* field, std::string_view value,
                            std::string_view separators) {
  for (std::string& part : parts_of(value, separators)) add(field, std::move(part));
}

void FieldValues::set_later(const char* field, std::string date) {
  const auto later = read_date(date);
  if (!later) return;
  const auto before = read_date(text(field));
  if (!before || to_unix_seconds(before->published) < to_unix_seconds(later->published))
    json_[field] = std::move(date);
}

void FieldValues::fill_from(const FieldValues& other) {
  for (const auto& [field, value] : other.json_.items())
    if (!json_.contains(field)) json_[field] = value;
}

std::string FieldValues::text(const char* field) const {
  const auto found = json_.find(field);
  return found != json_.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace newsindex
