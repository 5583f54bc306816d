// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/fields/field_values.h"

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/text/lines.h"

namespace newsindex {

bool FieldValues::is_new(const char* field, const std::string& value) {
  return !value.empty() && listed_.emplace(field, value).second;
}

void FieldValues::add(const char* field, std::string value) {
  if (is_new(field, value)) json_[field].push_back(std::move(value));
}

void FieldValues::add_name(const char* field, std::string name) {
  if (is_new(field, name)) json_[field].push_back({{"name", std::move(name)}});
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
