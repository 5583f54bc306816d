// SPDX-License-Identifier: GPL-3.0-or-later
// How wide text is on a terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace newsindex {

// 2 for the wide characters of East Asia, 0 for what joins the character before it, else 1.
std::size_t columns_of(char32_t character);
std::size_t columns_of(std::string_view text);

}  // namespace newsindex
