// SPDX-License-Identifier: GPL-3.0-or-later
// The body of an article that stands in its record in several forms.
#pragma once

#include <string>
#include <vector>

#include <simdjson.h>

#include "indexer/extract/json/json_alternatives.h"

namespace newsindex {

// The bodies of an object of no standard: "body_text" and "body_html", "bodyText" and "bodyHtml".
std::vector<Alternative> plain_and_marked_bodies(simdjson::dom::object object);

// The text of the best body: paragraphs of HTML, those of NITF or NewsML (without headline and
// byline), paragraphs of plain text, one long paragraph; of two alike the longer one. What has a
// role of its own ("summary", "factbox") counts only where nothing else is there, and so does a
// form with less than half of the text.
std::string best_body(const std::vector<Alternative>& bodies);

}  // namespace newsindex
