// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses one of several forms of a text: ninjs has a body as plain text, as HTML and as NITF side
// by side ("bodies" with a role and a content type; before version 2 "body_text", "body_xhtml",
// ...). Bodies are chosen in json_bodies.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

namespace newsindex {

struct Alternative {
  std::string role;  // "main", "xhtml", "caption", ...: the part after "body_", or a list's role
  std::string content_type;
  std::string_view text;  // valid as long as the object
};

// True if a role names a form of the text, or the text itself, and not another piece of the
// article.
bool is_role_of_a_form(std::string_view role);

// For the names "body" and "bodies": the texts under "body", "body_<role>" and in the list
// "bodies".
std::vector<Alternative> alternatives_of(simdjson::dom::object object, std::string_view one,
                                         std::string_view list);

// The best headline, on one line: first the role "main" or "headline", last the roles of other
// lines ("kicker", "subtitle").
std::string best_headline(const std::vector<Alternative>& headlines);

// The text that best says what the article is about: first "summary" or "lead", then plain text,
// "caption", others; never credits, notes and rights.
std::string best_description(const std::vector<Alternative>& descriptions);

}  // namespace newsindex
