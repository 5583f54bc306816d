// SPDX-License-Identifier: GPL-3.0-or-later
// Transliterates text of any script to lower-case Latin letters without accents, with ICU.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// "Зеленский" -> "zelenskij". Text that ICU cannot transliterate, or of 256 or more UTF-16 units,
// is returned unchanged.
std::string to_latin(std::string_view text);

}  // namespace newsindex
