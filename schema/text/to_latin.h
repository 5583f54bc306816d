// SPDX-License-Identifier: GPL-3.0-or-later
// Text of any script in Latin letters without accents, by ICU's transliterator.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// "Зеленский" -> "zelenskij". As it is where ICU cannot.
std::string to_latin(std::string_view text);

}  // namespace newsindex
