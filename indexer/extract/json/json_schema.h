// SPDX-License-Identifier: GPL-3.0-or-later
// Checks JSON records against a JSON Schema: that of ninjs as the IPTC publishes it for each
// version, or that of a house.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// Drafts 3 to 7, and of 2020-12 what they have too. `format` is not checked (it is a note in the
// newer drafts); `unevaluatedProperties: false` allows what any of the alternatives names. What a
// schema refers to has to be in its folder (see json_references.h): the network is not asked.
class JsonSchema {
 public:
  // Throws Error(no_input) when the file cannot be read, Error(config) when it is not JSON
  // Schema, or one that refers to a schema which is not there for all that it says.
  static JsonSchema read_file(const std::filesystem::path& path);

  // Why a record is not allowed, with the place in it: "'pubstatus': Failed to match against any
  // enum values"; empty for one that is. For many threads. REQUIRES: `json` is JSON.
  std::optional<std::string> violation(std::string_view json) const;

  // What is not checked, each a sentence for the user: references that lead nowhere.
  const std::vector<std::string>& warnings() const { return warnings_; }

  // The file's text, with those that it refers to.
  const std::string& text() const { return text_; }

 private:
  struct Parsed;
  std::string text_;
  std::vector<std::string> warnings_;
  std::shared_ptr<const Parsed> parsed_;
};

}  // namespace newsindex
