// SPDX-License-Identifier: GPL-3.0-or-later
// A range of days as few terms: whole years, whole months, and the days at the ends.
#pragma once

#include <string>
#include <vector>

#include "schema/published.h"

namespace newsindex {

// An article whose date is only known to the month is found by ranges that hold the whole month,
// one known to the year by those that hold the year. `known` is the range of days that articles can
// have: what lies outside is left out.
std::vector<std::string> terms_of_days(DayRange days, DayRange known);

}  // namespace newsindex
