// SPDX-License-Identifier: GPL-3.0-or-later
// An article as one JSON object, as `inspect`, `show` and `export` print it. Unknown values are
// left out. The member "format" marks our own JSON, whose values `update` takes unchanged.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "schema/article.h"

namespace newsindex {

// The value of the field "format".
inline constexpr std::string_view kArticleMark = "newsindex article 1";

nlohmann::ordered_json to_json(const Article& article);

// One line of JSON text without a line end; bytes that are not UTF-8 become U+FFFD.
std::string json_line(const nlohmann::ordered_json& json);

std::string_view to_string(EntityType type);    // "person", "organisation", "place"
std::string_view to_string(Origin origin);      // "source", "authority", "rule", "model", "archive"
std::string_view to_string(Analysis analysis);  // "none", "lists", "models"
std::string_view to_string(Precision precision);

}  // namespace newsindex
