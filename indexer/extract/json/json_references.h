// SPDX-License-Identifier: GPL-3.0-or-later
// Resolves what a JSON Schema refers to outside of itself.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace newsindex {

struct JsonReferences {
  std::vector<std::string> texts;       // the files that were taken in
  std::vector<std::string> unfollowed;  // addresses of missing schemas, which allow anything
};

// The address ("$id" or "id") that identifies a schema, or empty.
std::string json_schema_id(const nlohmann::json& schema);

// Makes every reference of the schema point into the schema itself: references to its own address,
// and references to a file in the same folder. The file has the name that is referred to, or its
// "$id" is the address; its schema is copied into "$defs". The network is not used: a reference
// that no file in the folder answers is removed and listed in the result. Throws Error(config) with
// half a sentence if such a reference describes the record as a whole, because then little would be
// checked.
JsonReferences take_in_references(nlohmann::json& schema, const std::filesystem::path& folder);

}  // namespace newsindex
