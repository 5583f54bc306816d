// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace newsindex {

inline constexpr std::string_view kSpaces = " \t\r\n";

// Removes these characters from both ends; by default blanks, tabs and line ends.
constexpr std::string_view trimmed(std::string_view text, std::string_view edges = kSpaces) {
  const std::size_t first = text.find_first_not_of(edges);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(edges) - first + 1);
}

constexpr std::string_view trimmed_front(std::string_view text, std::string_view edge = kSpaces) {
  return text.substr(std::min(text.find_first_not_of(edge), text.size()));
}

constexpr std::string_view trimmed_back(std::string_view text, std::string_view edge = kSpaces) {
  return text.substr(0, text.find_last_not_of(edge) + 1);
}

}  // namespace newsindex
