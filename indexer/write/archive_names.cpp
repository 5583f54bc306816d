// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/archive_names.h"

#include <charconv>

namespace newsindex {
namespace {

constexpr std::string_view kMiddle = ".deleted-";

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool is_segment_name(std::string_view name) {
  const std::size_t dash = name.find('-');
  return dash != std::string_view::npos && is_number(name.substr(0, dash)) &&
         is_number(name.substr(dash + 1));
}

bool is_deletions_name(std::string_view name) {
  const std::size_t at = name.find(kMiddle);
  return at != std::string_view::npos && is_number(name.substr(0, at)) &&
         is_segment_name(name.substr(at + kMiddle.size()));
}

std::string_view segment_of_deletions(std::string_view name) {
  return name.substr(name.find(kMiddle) + kMiddle.size());
}

std::uint64_t revision_of_name(std::string_view name) {
  std::uint64_t revision = 0;
  std::from_chars(name.data(), name.data() + name.size(), revision);
  return revision;
}

}  // namespace newsindex
