// SPDX-License-Identifier: GPL-3.0-or-later
// The width of text on a terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace newsindex {

// The width in columns: 2 for wide East Asian characters, 0 for characters that combine with the
// previous one, else 1.
std::size_t columns_of(char32_t character);
std::size_t columns_of(std::string_view text);

}  // namespace newsindex
