// SPDX-License-Identifier: GPL-3.0-or-later
// Names of languages, as records and queries write them, and their codes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The ISO 639-1 code for a language as a record or a query writes it: "en-US", "eng", "English",
// "Deutsch". Empty when it is not a language with such a code.
std::string language_code(std::string_view name);

// The English name of a language code: "German" for "de". The code itself when it has no name.
std::string language_name(std::string_view code);

// The English names of all languages that have an ISO 639-1 code.
std::vector<std::string> english_language_names();

}  // namespace newsindex
