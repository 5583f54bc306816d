// SPDX-License-Identifier: GPL-3.0-or-later
// People and houses in the lists of a record that say what each had to do with the article.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

namespace newsindex {

enum class Role : std::uint8_t {
  none,     // not said
  author,   // who wrote it
  source,   // a house that it comes from
  other,    // an editor, a photographer, who was interviewed
  unknown,  // "Senior fellow"
};

// What words such as "writer" or an address that ends in "photographer" mean.
Role role_named(std::string_view text);

// The names in a list of objects whose role (or "rel") is this one, or is not said when a source
// is asked for.
std::vector<std::string> names_with_role(simdjson::dom::element list, Role role);

// The people of a byline, or of a list of names or of objects with a name. Where the objects say
// their role, photographers, editors and agencies are left out.
std::vector<std::string> authors_of(simdjson::dom::element value, std::string_view source);

}  // namespace newsindex
