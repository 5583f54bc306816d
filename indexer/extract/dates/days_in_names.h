// SPDX-License-Identifier: GPL-3.0-or-later
// Finds days in URLs, and in the names of files and articles.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/article.h"

namespace newsindex {

// Digits in a name that may be a day or any number: "20230402", or "880212" after letters.
struct NameDigits {
  std::string shape;             // "AP######"; empty without such digits
  std::optional<Published> day;  // set if the digits are a valid day
};

// The first day written as YYYY-MM-DD with one of `marks`, twice the same, as separator. Its
// evidence is these ten characters.
std::optional<Published> separated_day(std::string_view text, std::string_view marks);

// The day in the path of a post: at the start of the file name; at the start of the folder's name,
// if more follows it; or as three folders.
std::optional<Published> day_of_post(const Provenance& origin);

// The first digits in `name` that may be a day.
NameDigits digits_in_name(std::string_view name);

}  // namespace newsindex
