// SPDX-License-Identifier: GPL-3.0-or-later
// Reads ninjs, the news format in JSON of the IPTC, in its versions 1 to 3
// (https://iptc.org/standards/ninjs/), and the JSON formats of agencies that are based on it.
#pragma once

#include <string>

#include <simdjson.h>

#include "indexer/extract/json/json_choice.h"
#include "schema/article.h"

namespace newsindex {

// True if an object names ninjs as its standard, or has an address or guid beside a field that only
// ninjs has.
bool is_ninjs(simdjson::dom::object object);

// Why a ninjs object is not an article, whatever its text is: "no news but an event"; empty if it
// may be one.
std::string ninjs_refusal(simdjson::dom::object object);

// Sets the fields that have several texts or other names in ninjs: headline before title, one of
// the bodies, the description that is the lead, byline, source, dates. A package without a text
// takes the only text in it (or the only one that is named "main..."); a picture or a recording
// takes its caption if that says something. Returns why no text is read if a package has several;
// else empty. REQUIRES: `chosen` was made from the same object.
std::string give_ninjs_fields(simdjson::dom::object object, const UnderstandOptions& options,
                              Chosen& chosen);

// The end of the embargo as the object writes it, or empty.
std::string ninjs_embargo(simdjson::dom::object object);

// Why an object without a body is not an article: "a picture, no text"; empty if its headline or
// description is enough.
std::string missing_text(simdjson::dom::object object, const Article& article);

}  // namespace newsindex
