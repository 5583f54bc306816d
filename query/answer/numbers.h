// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as text, independent of the locale.
#pragma once

#include <cstdint>
#include <string>

namespace newsindex {

// "12.3400".
std::string fixed(double number, int digits);

// "1,234,567".
std::string grouped(std::uint64_t number);

// "1 article", "2 articles", "1,234 articles".
std::string articles(std::uint64_t number);

}  // namespace newsindex
