// SPDX-License-Identifier: GPL-3.0-or-later
// Days in addresses, and in the names of files and articles.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/article.h"

namespace newsindex {

// Digits in a name that may be a day or a number: "20230402", "880212" behind letters.
struct NameDigits {
  std::string shape;             // "AP######"; empty without such digits
  std::optional<Published> day;  // if they are one
};

// The first year, month and day in four, two and two digits with one of these marks between.
// Evidence: these.
std::optional<Published> separated_day(std::string_view text, std::string_view marks);

// The day that a post is named by: its file, its folder with more of a name, or three folders.
std::optional<Published> day_of_post(const Provenance& origin);

// The first such digits.
NameDigits digits_in_name(std::string_view name);

}  // namespace newsindex
