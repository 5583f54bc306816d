// SPDX-License-Identifier: GPL-3.0-or-later
// What a date that is written in another way would be in a query: for proposals.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// 2020/06/30, 30.6.2020, 20200630 -> 2020-06-30; >=2020-06 -> 2020-06..;
// 2020-01-01-2020-06-30 -> 2020-01-01..2020-06-30. Empty when it is none of these, or can be read
// in two ways (04/02/2023). Whether the date exists is not looked at.
std::string spelt_as_date(std::string_view text);

}  // namespace newsindex
