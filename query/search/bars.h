// SPDX-License-Identifier: GPL-3.0-or-later
// The bars of a timeline: which one a day falls into, and what it is called.
//
// A bar is a number that grows by one: days since 1970, ISO weeks since that of 1970-01-01, months
// or quarters since January of the year 0, years since the year 0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/search/segment_search.h"
#include "schema/published.h"

namespace newsindex {

// The bar of a day (since 1970). Empty where it is less precise than bars of this step.
std::optional<std::int64_t> bar_of(std::int64_t day, Precision precision, Step step);

// "2023-04-02", "2023-W14" (of the year that ISO 8601 counts the week to), "2023-04", "2023-Q2",
// "2023".
std::string name_of_bar(std::int64_t bar, Step step);

// The bars with articles and those between them. Long stretches without an article are left out,
// of days from 27 years on, of others from a century on: one article of the year 1 must not draw
// 700,000 empty days.
std::vector<std::int64_t> bars_between(const BarCounts& counts, Step step);

}  // namespace newsindex
