// SPDX-License-Identifier: GPL-3.0-or-later
// Which language a text is in.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// The language of a text in two-letter code, or empty when it is too short, mixed, or none that has
// one (CLD2, https://github.com/CLD2Owners/cld2). REQUIRES: valid UTF-8.
std::string detected_language(std::string_view title, std::string_view body);

}  // namespace newsindex
