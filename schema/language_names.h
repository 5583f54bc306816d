// SPDX-License-Identifier: GPL-3.0-or-later
// What records and queries call a language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The ISO 639-1 code of what a record or a query calls its language: "en-US", "eng", "English",
// "Deutsch"; empty when that is no language with such a code.
std::string language_code(std::string_view name);

// The English name of a code, "German" of "de"; the code where it has none.
std::string language_name(std::string_view code);

// The English names of the languages with such a code.
std::vector<std::string> english_language_names();

}  // namespace newsindex
