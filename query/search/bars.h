// SPDX-License-Identifier: GPL-3.0-or-later
// The bars of a timeline: which bar a day falls into, and the name of each bar.
//
// A bar is an ascending number: days since 1970, ISO weeks since the week of 1970-01-01, months or
// quarters since January of the year 0, or years since the year 0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/search/segment_search.h"
#include "schema/published.h"

namespace newsindex {

// Returns the bar of a day (days since 1970). Empty if the date is less precise than such a bar.
std::optional<std::int64_t> bar_of(std::int64_t day, Precision precision, Step step);

// "2023-04-02", "2023-W14" (with the year of the ISO 8601 week), "2023-04", "2023-Q2", "2023".
std::string name_of_bar(std::int64_t bar, Step step);

// Returns the bars that have articles and the empty bars between them. Long stretches without an
// article are left out (days: over 10,000 days, about 27 years; other steps: over a century): one
// article from the year 1 must not draw 700,000 empty days.
std::vector<std::int64_t> bars_between(const BarCounts& counts, Step step);

}  // namespace newsindex
