// SPDX-License-Identifier: GPL-3.0-or-later
// The body of an article whose record has it in several forms.
#pragma once

#include <string>
#include <vector>

#include <simdjson.h>

#include "indexer/extract/json/json_alternatives.h"

namespace newsindex {

// The bodies of an object that follows no standard: "body_text" and "body_html", "bodyText" and
// "bodyHtml".
std::vector<Alternative> plain_and_marked_bodies(simdjson::dom::object object);

// The text of the best body: first paragraphs of HTML, then those of NITF or NewsML (without
// headline and byline), paragraphs of plain text, one long paragraph; of two bodies of the same
// form, the longer one. A body with a role of its own ("summary", "factbox") is used only if there
// is no other. A body with less than half of the text of the longest one is not used.
std::string best_body(const std::vector<Alternative>& bodies);

}  // namespace newsindex
