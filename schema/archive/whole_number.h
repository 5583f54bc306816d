// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a whole number from JSON. Without this check, the number may be anything that the file has:
// negative, a fraction, or too large.
#pragma once

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace newsindex {

// Throws std::runtime_error when the value is not a whole number from 0 on, or does not fit into
// Number.
template <std::integral Number, class Json>
Number whole_number(const Json& json) {
  if (json.is_number_unsigned()) {
    const auto number = json.template get<std::uint64_t>();
    if (std::in_range<Number>(number)) return static_cast<Number>(number);
  }
  throw std::runtime_error("not a whole number: " + json.dump());
}

}  // namespace newsindex
