// SPDX-License-Identifier: GPL-3.0-or-later
// Reads back an article that we printed ourselves (schema/article_json.h), without changes. It is
// recognised by its mark alone: the names of the other fields may be used by anybody.
#pragma once

#include <string>
#include <variant>

#include <simdjson.h>

#include "schema/article.h"

namespace newsindex {

// True if a record has the mark of our own format, in any version.
bool has_own_mark(simdjson::dom::object object);

// Somebody changed the text after we printed it: its fingerprint differs, or mentions are outside
// of it. What was found in the old text is not valid for the new one.
struct TextEdited {};

// Reads every field unchanged, except `origin`; fields that we do not print are ignored. Returns
// half a sentence about the error if something is not as we print it.
std::variant<Article, TextEdited, std::string> read_own_article(simdjson::dom::object object);

}  // namespace newsindex
