// SPDX-License-Identifier: GPL-3.0-or-later
// The object of a JSON record that can be an article.
#pragma once

#include <string>

#include <simdjson.h>

namespace newsindex {

// The object itself, or the one that it is only the envelope of: "item", "data.item" (as interfaces
// of agencies answer), where the envelope has no headline and no text of its own.
simdjson::dom::object record_object(simdjson::dom::object record);

// What an object is that looks like an article by its names and is none: a JSON Schema, the
// package.json of a program; empty for any other.
std::string kind_of_no_article(simdjson::dom::object object);

}  // namespace newsindex
