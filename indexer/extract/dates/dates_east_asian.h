// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as East Asia prints them: "2023年4月2日", "2023년 4월 2일", years of an era
// ("平成31年4月10日", "民國108年7月10日"), in digits or in Han numerals.
#pragma once

#include <optional>

#include "indexer/extract/dates/dates_calendar.h"
#include "indexer/extract/dates/dates_tokens.h"

namespace newsindex {

// The East Asian date that starts at token i.
std::optional<CalendarReading> east_asian_at(const DateTokens& tokens, std::size_t i,
                                             const CalendarOptions& options);

}  // namespace newsindex
