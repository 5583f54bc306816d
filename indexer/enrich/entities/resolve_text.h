// SPDX-License-Identifier: GPL-3.0-or-later
// How names are written and compared: "the U.N.'s" and "UN" are one name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/enrich/languages/name_words.h"

namespace newsindex {

// The form in which names are compared: small letters without accents, words parted by one space,
// hyphens as spaces, without full stops, apostrophes, a possessive, and "the" at the beginning.
// "Port-au-Prince" and "PORT AU PRINCE" give "port au prince"; "U.N.'s" gives "un".
std::string name_key(std::string_view name);

// digest64 of the key.
std::uint64_t name_key_digest(std::string_view name);

// The name as it is shown: one space where the text has any white space, without a possessive,
// quotation marks and brackets around it, and "the" at the beginning.
std::string tidy_name(std::string_view written);

// Whether there is a small letter: "WHO" has none. Letters without case do not count.
bool has_small_letters(std::string_view text);

// A name written in capitals in the spelling of running text: "PARK GEUN-HYE" gives "Park
// Geun-hye", "O'BRIEN" "O'Brien", "BANK OF ENGLAND" "Bank of England". Initials and Roman numerals
// stay. A single word of up to five letters stays when `acronyms` is set: "NATO".
std::string readable_name(std::string_view capitals, bool acronyms, const NameWords& words);

}  // namespace newsindex
