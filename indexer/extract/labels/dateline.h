// SPDX-License-Identifier: GPL-3.0-or-later
// The place in a dateline.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// "SYDNEY, Aug 29 (AAP) -" is Sydney, "Bergen, Norway" Bergen, "Oslo" Oslo. Empty where it does not
// begin with a place, as far as its shape tells.
std::string place_of_dateline(std::string_view dateline);

}  // namespace newsindex
