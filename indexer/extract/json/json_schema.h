// SPDX-License-Identifier: GPL-3.0-or-later
// Checks JSON records against a JSON Schema: that of ninjs as the IPTC publishes it for each
// version, or that of a house.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace newsindex {

// Drafts 3 to 7, and of 2020-12 what they have too. `format` is not checked (it is a note in the
// newer drafts); `unevaluatedProperties: false` allows what any of the alternatives names; what a
// schema refers to on other servers is allowed to be anything.
class JsonSchema {
 public:
  // Throws Error(no_input) when the file cannot be read, Error(config) when it is no JSON Schema.
  static JsonSchema read_file(const std::filesystem::path& path);

  // Why a record is not allowed, with the place in it: "'pubstatus': Failed to match against any
  // enum values"; empty for one that is. For many threads. REQUIRES: `json` is JSON.
  std::optional<std::string> violation(std::string_view json) const;

  // The file's text.
  const std::string& text() const { return text_; }

 private:
  struct Parsed;
  std::string text_;
  std::shared_ptr<const Parsed> parsed_;
};

}  // namespace newsindex
