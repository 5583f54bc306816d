// SPDX-License-Identifier: GPL-3.0-or-later
// One text in several forms: ninjs has a body as plain text, as HTML and as NITF side by side
// ("bodies" with a role and a content type; before version 2 "body_text", "body_xhtml", ...). One
// of them is read; bodies are chosen in json_bodies.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

namespace newsindex {

struct Alternative {
  std::string role;  // "main", "xhtml", "caption", ...: what follows "body_", or the role of a list
  std::string content_type;
  std::string_view text;  // stays as long as the object
};

// Whether a role says of which form a text is, or that it is the text: no other piece of the
// article.
bool is_role_of_a_form(std::string_view role);

// The texts under "body", "body_<role>" and in the list "bodies", where these are the names.
std::vector<Alternative> alternatives_of(simdjson::dom::object object, std::string_view one,
                                         std::string_view list);

// The one that is the headline, on one line: role "main" or "headline" first, those of other lines
// ("kicker", "subtitle") last.
std::string best_headline(const std::vector<Alternative>& headlines);

// The one that tells what the article is about: "summary" or "lead", plain text, "caption", others;
// never credits, notes and rights.
std::string best_description(const std::vector<Alternative>& descriptions);

}  // namespace newsindex
