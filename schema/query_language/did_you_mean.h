// SPDX-License-Identifier: GPL-3.0-or-later
// Ends an error sentence about an unknown name with a suggestion.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// A longer word is not a misspelling of one of our names.
inline constexpr std::size_t kLongestMisspelling = 64;  // bytes

// " (did you mean 'topic'?)", or "" when no name is near.
std::string did_you_mean(std::string_view misspelt, const std::vector<std::string>& names);

}  // namespace newsindex
