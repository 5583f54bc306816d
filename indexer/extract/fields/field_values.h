// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an article as XML gives them, under the names that JSON records have: what reads
// those makes the article (see json_fields.h).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace newsindex {

class FieldValues {
 public:
  // Sets a field that has no value yet; an empty value is none.
  void set(const char* field, std::string value) {
    if (!value.empty() && !json_.contains(field)) json_[field] = std::move(value);
  }

  // Adds to a field that is a list, unless it is in it.
  void add(const char* field, std::string value);

  // The same of a name, which is one even where it has commas.
  void add_name(const char* field, std::string name);

  // The same of each part between the separators.
  void add_parts(const char* field, std::string_view value, std::string_view separators);

  // Sets a date unless the field has a later one. One that cannot be read is none.
  void set_later(const char* field, std::string date);

  // Takes the fields that `other` has and this one has not.
  void fill_from(const FieldValues& other);

  bool has(const char* field) const { return json_.contains(field); }

  // The text of a field that is no list, or empty.
  std::string text(const char* field) const;

  // Why there is no article, half a sentence; empty where there is one.
  std::string refusal;

  std::string json() const {
    return json_.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }

 private:
  // True if it is not in the list yet.
  bool is_new(const char* field, const std::string& value);

  nlohmann::json json_ = nlohmann::json::object();
  std::set<std::pair<std::string, std::string>> listed_;  // field and value, of the lists
};

}  // namespace newsindex
