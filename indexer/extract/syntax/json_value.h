// SPDX-License-Identifier: GPL-3.0-or-later
// What a JSON value says as text: records write one thing as a string, a number, a list or an
// object.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

namespace newsindex {

// The text of a string or number; of an object, that of its telling member ("name", "main",
// "rendered",
// "$oid", ...); of a list, the first text in it; else empty. Tidy (see encoding.h), without white
// space around it.
std::string text_of(simdjson::dom::element value);

// The texts of a list, or the one text of another value; never empty ones.
std::vector<std::string> texts_of(simdjson::dom::element value);

// The texts of a list; a string is cut at `;` or `|` or, without these, at commas.
std::vector<std::string> listed_texts(simdjson::dom::element value);

// A string's paragraphs as they are; a list's texts as paragraphs. nullopt for a value of another
// type.
std::optional<std::string> running_text_of(simdjson::dom::element value);

// "a number", "a list", ...
std::string_view type_name(simdjson::dom::element value);

// The member of an object under the first of the names that it has (exact names).
std::optional<simdjson::dom::element> member(simdjson::dom::element value,
                                             std::initializer_list<std::string_view> names);

// A value at "a.b.c" (numbers count list elements from 0), letter case as given or else any.
std::optional<simdjson::dom::element> value_at(simdjson::dom::object object, std::string_view path);

}  // namespace newsindex
