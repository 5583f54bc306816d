// SPDX-License-Identifier: GPL-3.0-or-later
// Reads people and organisations, by their roles, from the lists of a JSON record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

namespace newsindex {

enum class Role : std::uint8_t {
  none,     // no role is given
  author,   // wrote the article
  source,   // an organisation that the article comes from
  other,    // an editor, a photographer, a person interviewed
  unknown,  // a role that is not in our lists: "Senior fellow"
};

// The role that a text means: a word such as "writer", or an address that ends in "photographer".
Role role_named(std::string_view text);

// The names of the objects in a list that have this role (as "role" or "rel"). An object without a
// role counts as a source.
std::vector<std::string> names_with_role(simdjson::dom::element list, Role role);

// The people of a byline, or of a list of names or of objects with a name. Objects with the role of
// a photographer, an editor or an agency are left out.
std::vector<std::string> authors_of(simdjson::dom::element value, std::string_view source);

}  // namespace newsindex
