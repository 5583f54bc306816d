// SPDX-License-Identifier: GPL-3.0-or-later
// A whole number of JSON. What is taken for one without looking may be any number of the file: one
// below 0, a fraction, or one that no whole number can hold.
#pragma once

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace newsindex {

// Throws std::runtime_error for what is none from 0 on, or does not fit.
template <std::integral Number, class Json>
Number whole_number(const Json& json) {
  if (json.is_number_unsigned()) {
    const auto number = json.template get<std::uint64_t>();
    if (std::in_range<Number>(number)) return static_cast<Number>(number);
  }
  throw std::runtime_error("not a whole number: " + json.dump());
}

}  // namespace newsindex
