// SPDX-License-Identifier: GPL-3.0-or-later
// Names of months and weekdays in some thirty languages, by ICU. English costs nothing; the rest is
// loaded when the first other word is asked for. Safe from many threads.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsindex {

// The languages (ICU locales) whose names are known.
std::span<const char* const> date_locales();

// 1..12 for a month's name or abbreviation (without its full stop), whatever its case and accents.
// Where languages disagree ("listopad"), `language` decides, else what most of them say.
std::optional<int> month_named(std::string_view word, std::string_view language);

// True for a weekday's name or abbreviation in any of the languages.
bool is_weekday(std::string_view word);

// Case-folded and without accents, the form in which names are compared.
std::string folded_name(std::string_view text);

}  // namespace newsindex
