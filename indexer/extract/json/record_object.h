// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the object in a JSON record that can be an article.
#pragma once

#include <string>

#include <simdjson.h>

namespace newsindex {

// The object itself; or the one in "item" or "data.item" (as the APIs of agencies answer) if the
// outer object is only an envelope, without a headline and text of its own.
simdjson::dom::object record_object(simdjson::dom::object record);

// What an object is that has field names of an article and is not one: a JSON Schema, the
// package.json of a program; empty for any other object.
std::string kind_of_no_article(simdjson::dom::object object);

}  // namespace newsindex
