// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a JSON value: records write the same thing as a string, a number, a list or an
// object.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

namespace newsindex {

// The text of a string or number; for an object, the text of the member that holds it ("name",
// "main", "rendered", "$oid", ...); for a list, its first text; else empty. The text is tidy (see
// encoding.h) and trimmed.
std::string text_of(simdjson::dom::element value);

// The texts of a list, or the one text of another value, without texts that say nothing.
std::vector<std::string> texts_of(simdjson::dom::element value);

// The texts of a list; a string is split at `;` or `|`, or at commas if it has neither.
std::vector<std::string> listed_texts(simdjson::dom::element value);

// A string with its paragraphs; the texts of a list as paragraphs; the same of an object's text
// member. Empty for null, nullopt for any other value.
std::optional<std::string> running_text_of(simdjson::dom::element value);

// The type of a value for messages: "a number", "an object", ...
std::string_view type_name(simdjson::dom::element value);

// The first of these members that the object has and that is not null (exact names).
std::optional<simdjson::dom::element> member(simdjson::dom::element value,
                                             std::initializer_list<std::string_view> names);

// The value at a path such as "a.b.c" (numbers count list elements from 0). Names match exactly or,
// if none does, in any letter case.
std::optional<simdjson::dom::element> value_at(simdjson::dom::object object, std::string_view path);

}  // namespace newsindex
