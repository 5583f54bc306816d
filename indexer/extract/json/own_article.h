// SPDX-License-Identifier: GPL-3.0-or-later
// An article as we print it ourselves (schema/article_json.h), read back as it was. It is known by
// its mark alone: other fields can be anybody's.
#pragma once

#include <string>
#include <variant>

#include <simdjson.h>

#include "schema/article.h"

namespace newsindex {

// Whether a record has the mark of our own format, of any version.
bool has_own_mark(simdjson::dom::object object);

// Somebody changed the text since: its fingerprint is another one, or mentions lie beside it. What
// was found in the old text does not hold for it.
struct TextEdited {};

// Every field as it stands, but `origin`; fields that we do not print are passed over. Half a
// sentence instead where something is not as we print it.
std::variant<Article, TextEdited, std::string> read_own_article(simdjson::dom::object object);

}  // namespace newsindex
