// SPDX-License-Identifier: GPL-3.0-or-later
// Brings names into the forms for comparing and showing them: "the U.N.'s" and "UN" are one name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/enrich/languages/name_words.h"

namespace newsindex {

// The form in which names are compared: small letters without accents, words separated by one
// space, hyphens as spaces; without full stops, apostrophes, a possessive, and "the" at the
// beginning. "Port-au-Prince" and "PORT AU PRINCE" give "port au prince"; "U.N.'s" gives "un".
std::string name_key(std::string_view name);

// digest64 of name_key(name).
std::uint64_t name_key_digest(std::string_view name);

// The name as it is shown: any white space becomes one space; a possessive, quotation marks and
// brackets around the name, and "the" at the beginning are removed.
std::string tidy_name(std::string_view written);

// True if there is a small letter: "WHO" has none. Letters without case do not count.
bool has_small_letters(std::string_view text);

// Brings a name in capitals into the spelling of running text: "PARK GEUN-HYE" gives "Park
// Geun-hye", "O'BRIEN" "O'Brien", "BANK OF ENGLAND" "Bank of England". Initials and Roman numerals
// stay. A single word of up to five letters stays if `acronyms` is set: "NATO".
std::string readable_name(std::string_view capitals, bool acronyms, const NameWords& words);

}  // namespace newsindex
