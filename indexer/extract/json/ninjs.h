// SPDX-License-Identifier: GPL-3.0-or-later
// ninjs, the JSON of the IPTC for news, in its versions 1 to 3 (https://iptc.org/standards/ninjs/),
// and the JSON of agencies that grew out of it.
#pragma once

#include <string>

#include <simdjson.h>

#include "indexer/extract/json/json_choice.h"
#include "schema/article.h"

namespace newsindex {

// Whether an object names ninjs as its standard, or has an address or guid beside a field that only
// ninjs has.
bool is_ninjs(simdjson::dom::object object);

// Why a ninjs object is not an article, whatever its text: "no news but an event"; empty where it
// may be one.
std::string ninjs_refusal(simdjson::dom::object object);

// Gives the fields that ninjs has several texts for, or under other names: headline before title,
// one of the bodies, the description that is the lead, byline, source, dates. A package without a
// text takes that of the one text in it, a picture or a recording its caption if that tells
// something; when a package has several texts, the reason is returned why none is
// read. REQUIRES: `chosen` is of the same object.
std::string give_ninjs_fields(simdjson::dom::object object, const UnderstandOptions& options,
                              Chosen& chosen);

// When its embargo ends, as it stands there, or empty.
std::string ninjs_embargo(simdjson::dom::object object);

// Why an object without a body is not an article: "a picture, no text"; empty where its headline
// and description are one.
std::string missing_text(simdjson::dom::object object, const Article& article);

}  // namespace newsindex
