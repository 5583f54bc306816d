// SPDX-License-Identifier: GPL-3.0-or-later
// Detects the language of a text.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// The two-letter code of the language; empty if the text is too short or mixed, or the language has
// no such code (CLD2, https://github.com/CLD2Owners/cld2). REQUIRES: valid UTF-8.
std::string detected_language(std::string_view title, std::string_view body);

}  // namespace newsindex
