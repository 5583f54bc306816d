// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// A part of a query as errors name it: 'part'.
inline std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

}  // namespace newsindex
