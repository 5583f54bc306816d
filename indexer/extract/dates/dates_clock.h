// SPDX-License-Identifier: GPL-3.0-or-later
// Times of day: "15:24", "3:24 p.m", "15.24 Uhr", "15h24", "1524 GMT", "午後3時24分".
#pragma once

#include <optional>

#include "indexer/extract/dates/dates_tokens.h"
#include "indexer/extract/dates/dates_zones.h"
#include "schema/published.h"

namespace newsindex {

// 24:00, which is 0:00 of the next day.
inline constexpr int kEndOfDay = 86'400;

struct ClockReading {
  int second_of_day = 0;  // kEndOfDay for 24:00
  Precision precision = Precision::minute;
  bool twelve_hour = false;  // printed with a.m. or p.m.
  std::optional<DateZone> zone;
  std::size_t end = 0;  // the token after it
};

// What precedes the time decides how short a form is accepted.
enum class ClockPlace : std::uint8_t {
  anywhere,    // "15:24", or a form that only times have
  after_word,  // after "at", "um", "kl.": also "15.24"
  after_t,     // after the T of ISO 8601: also "152400"
};

std::optional<ClockReading> clock_at(const DateTokens& tokens, std::size_t i, ClockPlace place);

// True if token i starts something written like a time, even if no such time exists ("25:00").
bool is_clock_like(const DateTokens& tokens, std::size_t i);

}  // namespace newsindex
