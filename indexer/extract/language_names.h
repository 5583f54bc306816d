// SPDX-License-Identifier: GPL-3.0-or-later
// What records call the language of their text.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// The ISO 639-1 code of what a record calls its language: "en-US", "eng", "English", "Deutsch";
// empty when that is no language with such a code.
std::string language_code(std::string_view name);

}  // namespace newsindex
