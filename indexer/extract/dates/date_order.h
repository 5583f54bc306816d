// SPDX-License-Identifier: GPL-3.0-or-later
// The order of day and month in a date of numbers such as 04/02/2023.
#pragma once

#include <cstdint>

namespace newsindex {

enum class DateOrder : std::uint8_t { automatic, day_first, month_first };

// What a numeric date shows about the order at its source.
enum class OrderClue : std::uint8_t { none, day_first, month_first };

}  // namespace newsindex
