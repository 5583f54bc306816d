// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in other notations, rewritten as in a query: for proposals.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// 2020/06/30, 30.6.2020, 20200630 -> 2020-06-30; >=2020-06 -> 2020-06..;
// 2020-01-01-2020-06-30 -> 2020-01-01..2020-06-30. Empty when it is none of these, or can be read
// in two ways (04/02/2023). Does not check that the date exists.
std::string spelt_as_date(std::string_view text);

}  // namespace newsindex
