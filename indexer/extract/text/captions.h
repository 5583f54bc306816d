// SPDX-License-Identifier: GPL-3.0-or-later
// Captions of pictures and videos as articles.
#pragma once

#include <string_view>

namespace newsindex {

// Whether a caption tells something by itself: has a sentence of 40 bytes or more. "Harbour" does
// not.
bool tells_something(std::string_view caption);

}  // namespace newsindex
