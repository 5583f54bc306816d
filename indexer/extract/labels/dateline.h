// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the place in a dateline.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// "SYDNEY, Aug 29 (AAP) -" gives "Sydney", "Bergen, Norway" gives "Bergen", "Oslo" gives "Oslo".
// Empty if the form of the text shows that it does not begin with a place.
std::string place_of_dateline(std::string_view dateline);

}  // namespace newsindex
