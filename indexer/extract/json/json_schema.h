// SPDX-License-Identifier: GPL-3.0-or-later
// Checks JSON records against a JSON Schema: the one of ninjs, which the IPTC publishes for each
// version, or a publisher's own.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// Supports drafts 3 to 7, and the parts of 2020-12 that those drafts have too. `format` is not
// checked (newer drafts treat it as a note); `unevaluatedProperties: false` allows every property
// that any of the alternatives names. Other schemas that a schema refers to have to be in its
// folder (see json_references.h): the network is not used.
class JsonSchema {
 public:
  // Throws Error(no_input) if the file cannot be read, Error(config) if it is not a JSON Schema, or
  // if everything that it says is in another schema that is missing.
  static JsonSchema read_file(const std::filesystem::path& path);

  // Why a record is not allowed, with the place in the record: "'pubstatus': Failed to match
  // against any enum values"; nullopt if it is allowed. May be called by many threads at once.
  std::optional<std::string> violation(std::string_view json) const;

  // What is not checked, one sentence each for the user: references to missing schemas.
  const std::vector<std::string>& warnings() const { return warnings_; }

  // The text of the file, followed by the texts of the files that it refers to.
  const std::string& text() const { return text_; }

 private:
  struct Parsed;
  std::string text_;
  std::vector<std::string> warnings_;
  std::shared_ptr<const Parsed> parsed_;
};

}  // namespace newsindex
