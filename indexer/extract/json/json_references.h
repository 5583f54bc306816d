// SPDX-License-Identifier: GPL-3.0-or-later
// What a JSON Schema refers to outside of itself.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace newsindex {

struct JsonReferences {
  std::vector<std::string> texts;       // of the files that were taken in
  std::vector<std::string> unfollowed;  // addresses: what they allow is anything
};

// The address by which a schema is known, or empty.
std::string json_schema_id(const nlohmann::json& schema);

// Makes every reference of the schema one into itself: those to its own address, and those to a
// file in the same folder, which is one of that name or one whose "$id" is the address; its schema
// is taken into "$defs". Addresses are not asked for on the network: a reference that nothing in
// the folder answers is taken out, and named in the result. Throws Error(config) with half a
// sentence when such a reference says what a record as a whole may be, so that little would be
// checked.
JsonReferences take_in_references(nlohmann::json& schema, const std::filesystem::path& folder);

}  // namespace newsindex
