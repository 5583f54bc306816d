// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an article as XML gives them, under the names that JSON records have: what reads
// those makes the article (see json_fields.h).
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace newsindex {

class FieldValues {
 public:
  // Sets a field that has no value yet; an empty value is none.
  void set(const char* field, std::string value) {
    if (!value.empty() && !json_.contains(field)) json_[field] = std::move(value);
  }

  // Adds to a field that is a list.
  void add(const char* field, std::string value) {
    if (!value.empty()) json_[field].push_back(std::move(value));
  }

  bool has(const char* field) const { return json_.contains(field); }

  // Why there is no article, half a sentence; empty where there is one.
  std::string refusal;

  std::string json() const {
    return json_.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }

 private:
  nlohmann::json json_ = nlohmann::json::object();
};

// The topic of an IPTC code: "medtop:04000000" as it is; subject codes of the older list
// ("subj:04016007", "04016007", "15008000") as their topic at the top, which has the same number.
// Empty for other codes.
std::string topic_of_code(std::string_view code);

}  // namespace newsindex
